import { type ScaleTime, scaleLinear, scaleUtc } from 'd3-scale'
import { utcMonday } from 'd3-time'
import { grouped } from '@/lib/kernel/text'
import { DAY } from '@/lib/kernel/time/durations'

/** The drawing's own units across; it is stretched to the width that there is. */
export const ACROSS = 1000

type Tick = { at: number; words: string }

/** From nothing to a round number above the highest, with about `many` whole numbers named. `down`: units from the top. */
export function valueAxis(
  most: number,
  height: number,
  many: number,
): { down: (value: number) => number; ticks: Tick[] } {
  const scale = scaleLinear([0, Math.max(most, 4)], [height, 0]).nice(many)
  const ticks = scale.ticks(many).filter(Number.isInteger)
  return { down: scale, ticks: ticks.map((value) => ({ at: scale(value), words: grouped(value) })) }
}

/**
 * The times of an axis, at most `many`: hours, midnights, Mondays or firsts of months. Moments are London's clock written
 * as if it were UTC, so that a day has 24 hours.
 */
export function timeAxis(moments: readonly Date[], many: number): { across: (at: Date) => number; ticks: Tick[] } {
  const first = moments[0] ?? new Date(0)
  const last = moments.at(-1) ?? first
  const scale = scaleUtc([first, last], [0, ACROSS])
  const across = (at: Date) => (first.getTime() === last.getTime() ? ACROSS / 2 : scale(at))
  const times = moments.length < 2 ? [...moments] : timesOf(scale, moments, many)
  const isMonthly = times.length > 1 && times.every((each) => each.getUTCDate() === 1 && each.getUTCHours() === 0)
  const ticks = times.map((each) => ({ at: across(each), words: wordsOf(each, isMonthly) }))
  return { across, ticks: thinned(ticks, ACROSS / (many + 0.5)) }
}

/** Weeks begin on Mondays here, and a chart of days has no ticks between them. */
function timesOf(scale: ScaleTime<number, number>, moments: readonly Date[], many: number): Date[] {
  const times = scale.ticks(many)
  const apart = (times[1]?.getTime() ?? 0) - (times[0]?.getTime() ?? 0)
  if (apart === 7 * DAY) return scale.ticks(utcMonday)
  const isDaily = moments.every((each) => each.getUTCHours() === 0)
  return isDaily ? times.filter((each) => each.getUTCHours() === 0) : times
}

/** Those of them that are far enough from the one before. */
function thinned(ticks: readonly Tick[], apart: number): Tick[] {
  const kept: Tick[] = []
  for (const tick of ticks) {
    const before = kept.at(-1)
    if (!before || tick.at - before.at >= apart) kept.push(tick)
  }
  return kept
}

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const months = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })

function wordsOf(at: Date, isMonthly: boolean): string {
  if (isMonthly) return months.format(at)
  return at.getUTCHours() === 0 ? days.format(at) : `${at.getUTCHours()}:00`
}
