import { addDays, daysBetween, isDay, londonDay } from '@/lib/kernel/time/day'

/** A span of whole days in London, both ends included, and the span of the same length before it. */
export type Span = { from: string; to: string; days: number; before: { from: string; to: string } }

export const USUAL_DAYS = 30
/** Three years. */
export const MOST_DAYS = 3 * 366

/**
 * The span that an address asks for, and what was wrong with what it asked: ends the wrong way round are turned, a
 * span of more than three years is cut, what is no date counts as not given. Without any, the last 30 days.
 */
export function readSpan(asked: { from?: unknown; to?: unknown }, now: Date): { span: Span; faults: string[] } {
  const faults: string[] = []
  const today = londonDay(now)
  let to = readDay(asked.to, faults) ?? today
  let from = readDay(asked.from, faults) ?? addDays(to, 1 - USUAL_DAYS)
  if (from > to) {
    faults.push('The first day was after the last: they were taken the other way round.')
    ;[from, to] = [to, from]
  }
  if (daysBetween(from, to) > MOST_DAYS) {
    from = addDays(to, 1 - MOST_DAYS)
    faults.push('A span has three years at most: the last three of it are shown.')
  }
  const days = daysBetween(from, to)
  return { span: { from, to, days, before: { from: addDays(from, -days), to: addDays(from, -1) } }, faults }
}

function readDay(asked: unknown, faults: string[]): string | null {
  if (asked === undefined || asked === '') return null
  if (typeof asked === 'string' && isDay(asked)) return asked
  faults.push('A day was not understood: give it as year, month and day, such as 2026-11-24.')
  return null
}
