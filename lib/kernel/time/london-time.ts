import { HOUR } from './durations'

const clock = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
})

/** A moment as a browser's field for date and time has it, on London's clocks: "2026-11-24T14:05". */
export function londonTime(at: Date): string {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
}

/**
 * The moment when London's clocks show this date and time, typed as "2026-11-24T14:05". An hour that comes twice
 * is its first; one that is left out in spring is an hour later. `null` when it is no date and time.
 */
export function parseLondonTime(typed: string): Date | null {
  const match = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.exec(typed)
  const asUtc = new Date(`${match?.[0]}:00Z`)
  if (!match || Number.isNaN(asUtc.getTime()) || asUtc.toISOString().slice(0, 16) !== match[0]) return null
  // London is at most an hour ahead of UTC.
  const summer = new Date(asUtc.getTime() - HOUR)
  return londonTime(summer) === match[0] ? summer : asUtc
}
