import { z } from 'zod'
import { sourceKinds } from '@/lib/figures/dashboard/sources'
import { MOST_DAYS, USUAL_DAYS } from '@/lib/figures/dashboard/span'
import { addDays, daysBetween, londonDay } from '@/lib/kernel/time/day'

/** What exported figures can be told apart by. */
export const figureGroups = [
  'day',
  'hour',
  'constituency',
  'party',
  'nation',
  'region',
  'source',
  'step',
  'state',
  'ask',
  'question',
] as const
export type FigureGroup = (typeof figureGroups)[number]

const EXAMPLE = 'as year, month and day, such as 2026-11-24'

const day = (name: string) =>
  z
    .string({ error: `Give "${name}" ${EXAMPLE}.` })
    .refine((given) => given === '' || z.iso.date().safeParse(given).success, {
      error: `Give "${name}" ${EXAMPLE}.`,
      abort: true,
    })
    .refine((given) => given === '' || (given >= '2000-01-01' && given < '2200-01-01'), {
      error: `Give a day for "${name}" between the years 2000 and 2199.`,
    })
    .transform((given) => given || undefined)
    .optional()

const fields = z.object({
  from: day('from'),
  to: day('to'),
  by: z.enum(figureGroups, { error: `"by" can be ${figureGroups.join(', ')}.` }).default('day'),
  kind: z.enum(sourceKinds, { error: `"kind" can be ${sourceKinds.join(', ')}.` }).default('source'),
})

/** Which figures are asked for: London's days, both included. `kind` counts where they are told apart by source. */
export type FiguresAsked = { from: string; to: string } & Pick<z.infer<typeof fields>, 'by' | 'kind'>

/**
 * What an address asks for, read strictly: a program that asks for the wrong days must not get others. Without days it
 * is the last 30 of them. Gives the faults, a sentence each, where something is wrong.
 */
export function readFiguresAsked(
  query: Record<string, unknown>,
  now: Date,
): { asked: FiguresAsked } | { faults: string[] } {
  const parsed = fields.safeParse(query)
  if (!parsed.success) return { faults: parsed.error.issues.map(({ message }) => message) }
  const { by, kind } = parsed.data
  const to = parsed.data.to ?? londonDay(now)
  const from = parsed.data.from ?? addDays(to, 1 - USUAL_DAYS)
  if (from > to) return { faults: [`"from" (${from}) is after "to" (${to}).`] }
  const days = daysBetween(from, to)
  if (days > MOST_DAYS) return { faults: [`A span has ${MOST_DAYS} days at most, not ${days}.`] }
  return { asked: { from, to, by, kind } }
}
