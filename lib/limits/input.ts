import { z } from 'zod'
import { DAY, SECOND } from '@/lib/kernel/time/durations'
import { type LimitName, limitNames } from './current-limits'
import { puzzleTimes } from './puzzle/is-puzzle-asked'

const PLEASE = 'Enter a whole number from 1 to 100,000'
const MOST_SECONDS = (7 * DAY) / SECOND

const points = z
  .string()
  .regex(/^\d{1,6}$/, { error: PLEASE })
  .transform(Number)
  .refine((count) => count >= 1 && count <= 100_000, { error: PLEASE })
const seconds = z.coerce.number().int().min(1).max(MOST_SECONDS)

/** Limits as a form sends them: for each `NAME`, how many times, and `NAME-span`, in how many seconds. */
export const limitsInput = z
  .object(
    Object.fromEntries(
      limitNames.flatMap((name) => [
        [name, points],
        [spanOf(name), seconds],
      ]),
    ),
  )
  .transform((sent) =>
    Object.fromEntries(limitNames.map((name) => [name, { points: sent[name] ?? 1, seconds: sent[spanOf(name)] ?? 1 }])),
  )

/** When a puzzle is asked for, as its form sends it. */
export const puzzleInput = z.object({
  when: z.enum(puzzleTimes, { error: 'Choose when a sum is asked for' }),
  most: points,
})

/** The name of the field that says in which span. */
export function spanOf(name: LimitName): string {
  return `${name}-span`
}
