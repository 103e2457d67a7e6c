import { DAY, MINUTE } from '@/lib/kernel/time/durations'

/** Times of day in London, minutes after midnight. */
export type SendHours = { from: number; to: number }

const DAY_MINUTES = DAY / MINUTE

/** When sending opens next, or `null` while it is open. London time, summer time included. */
export function nextOpening({ from, to }: SendHours, now: Date): Date | null {
  const minute = minuteInLondon(now)
  if (minute >= from && minute < to) return null
  const ahead = modulo(from - minute, DAY_MINUTES)
  const guess = new Date(Math.floor(now.getTime() / MINUTE) * MINUTE + ahead * MINUTE)
  // The clocks may have changed on the way: put right what they show there, unless that hour was left out.
  const drift = modulo(minuteInLondon(guess) - from + DAY_MINUTES / 2, DAY_MINUTES) - DAY_MINUTES / 2
  const opening = new Date(guess.getTime() - drift * MINUTE)
  return minuteInLondon(opening) === from ? opening : guess
}

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
})

function minuteInLondon(date: Date): number {
  const parts = clock.formatToParts(date)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  return part('hour') * 60 + part('minute')
}

function modulo(minutes: number, by: number): number {
  return ((minutes % by) + by) % by
}
