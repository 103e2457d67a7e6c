import type { Comparison } from '@/lib/directory/members/compare'
import type { MembersRead } from './read-members'

/** The part of the seats that one sync may change by itself. */
const PART = 1 / 10

/**
 * How many seats would be emptied or get another person, or their MP another e-mail or none: what would send
 * letters to the wrong place if it were wrong. A name or party put right is not counted.
 */
export function touchedSeats({ report }: Pick<Comparison, 'report'>): number {
  const moved = report.changed.filter(({ what }) => what.includes('e-mail'))
  return new Set([...report.new, ...report.left, ...moved].map(({ code }) => code)).size
}

/**
 * Whether an administrator has to look before it is applied. Not for the end of a Parliament, when the API counts
 * no members at all, nor for the beginning of the next, when all seats are empty.
 */
export function isTooMuch(comparison: Comparison, { total, sittings }: MembersRead): boolean {
  if (total === 0 || comparison.sitting === 0) return false
  return touchedSeats(comparison) > sittings.length * PART
}
