import { z } from 'zod'

const day = z.iso.date()
const parts = { offset: true, local: true }
const moment = z.union([z.iso.datetime(parts), z.iso.datetime({ ...parts, precision: -1 })])

/**
 * The moment that an ISO 8601 date names: of a day, its beginning; without an offset, in UTC. `null` for
 * anything else, such as 31 February.
 */
export function momentIn(text: string): Date | null {
  if (day.safeParse(text).success) return new Date(`${text}T00:00:00Z`)
  if (!moment.safeParse(text).success) return null
  return new Date(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`)
}
