import { and, eq, ilike, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { constituencies, letterStates, letters, mps } from '@/db/schema'

/** Which letters: in a state, to an MP or seat by a part of the name, confirmed on a day in London. */
export const letterFilter = z.object({
  state: z.enum(letterStates).nullable().catch(null),
  mp: z
    .string()
    .trim()
    .max(100)
    .transform((text) => text || null)
    .nullable()
    .catch(null),
  day: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine((day) => !Number.isNaN(Date.parse(day)))
    .nullable()
    .catch(null),
  complained: z.literal('1').nullable().catch(null),
})

export type LetterFilter = z.infer<typeof letterFilter>

/** The same as a condition on `letters` joined with `constituencies` and with whoever sits there as `mps`. */
export function filterWhere({ state, mp, day, complained }: LetterFilter): SQL | undefined {
  const part = mp && `%${mp.replace(/[\\%_]/g, '\\$&')}%`
  return and(
    state ? eq(letters.state, state) : undefined,
    part ? or(ilike(constituencies.name, part), ilike(mps.name, part)) : undefined,
    day ? sql`(${letters.confirmedAt} at time zone 'Europe/London')::date = ${day}::date` : undefined,
    complained ? isNotNull(letters.complainedAt) : undefined,
  )
}
