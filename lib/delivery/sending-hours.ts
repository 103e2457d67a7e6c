import { DAY, MINUTE } from '@/lib/kernel/time/durations'
import { londonTime } from '@/lib/kernel/time/london-time'

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

function minuteInLondon(date: Date): number {
  const [hour = 0, minute = 0] = londonTime(date).slice(11).split(':').map(Number)
  return hour * 60 + minute
}

function modulo(minutes: number, by: number): number {
  return ((minutes % by) + by) % by
}
