/** How long each is, in milliseconds; a day as 24 hours, whatever London's clocks do. */
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Whole seconds to wait, at least one, as `Retry-After` says it (RFC 9110, 10.2.3). */
export function secondsUntil(when: Date, now: Date): number {
  return Math.max(1, Math.ceil((when.getTime() - now.getTime()) / SECOND))
}
