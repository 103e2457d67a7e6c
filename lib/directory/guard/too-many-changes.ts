import type { Comparison } from '@/lib/directory/members/compare'

/** The part of the seats that one list of members may change by itself. */
const PART = 1 / 10

/** Whether so many of the seats are more than one list may change, or get wrong, by itself. */
export function isTooMany(count: number, seats: number): boolean {
  return count > seats * PART
}

/**
 * How many seats would be emptied or get another person, or their MP another e-mail or none: what would send
 * letters to the wrong place if it were wrong. A name or party put right is not counted, nor a first address.
 */
export function touchedSeats({ report }: Pick<Comparison, 'report'>): number {
  const moved = report.changed.filter(({ what, gained }) => what.includes('e-mail') && !gained)
  return new Set([...report.new, ...report.left, ...moved].map(({ code }) => code)).size
}

/**
 * Whether an administrator has to look before it is applied. Not for the end of a Parliament, when the API counts
 * no members at all, nor for the beginning of the next, when all seats are empty.
 */
export function isTooMuch(comparison: Comparison, { total, seats }: { total: number; seats: number }): boolean {
  if (total === 0 || comparison.sitting === 0) return false
  return isTooMany(touchedSeats(comparison), seats)
}
