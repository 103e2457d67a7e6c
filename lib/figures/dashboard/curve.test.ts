import { expect, test } from 'vitest'
import { addDays } from '@/lib/kernel/time/day'
import { type Curve, PROJECTED_AFTER, projectionOf } from './curve'

/** A curve with so many supporters on each day; the last of them is today. */
function curve(counts: number[]): Curve {
  let total = 0
  return {
    days: counts.map((supporters, at) => {
      total += supporters
      return { day: addDays('2026-11-01', at), supporters, total }
    }),
  }
}

test('nothing is projected before there are enough whole days, nor where the goal is reached', () => {
  const steady = (days: number) => curve(Array.from({ length: days }, () => 10))
  expect(projectionOf(steady(PROJECTED_AFTER), 1000)).toBeNull()
  expect(projectionOf(steady(PROJECTED_AFTER + 1), 1000)).not.toBeNull()
  expect(projectionOf(steady(PROJECTED_AFTER + 1), 150)).toBeNull()
  expect(projectionOf({ days: [] }, 100)).toBeNull()
})

test('the pace is the mean of two weeks without today, the range that of the quickest and the slowest seven days', () => {
  const days = [...Array(14).fill(2), ...Array(7).fill(10), ...Array(7).fill(20), 0]
  expect(projectionOf(curve(days), 328)).toEqual({
    perDay: 15,
    slowest: 2,
    quickest: 20,
    reached: addDays('2026-11-29', 6),
    soonest: addDays('2026-11-29', 5),
    latest: addDays('2026-11-29', 45),
  })
})

test('a week without anybody has no day on which the goal is reached', () => {
  const days = [...Array(21).fill(0), ...Array(7).fill(7), 0]
  expect(projectionOf(curve(days), 100)).toMatchObject({ slowest: 0, latest: null, soonest: addDays('2026-11-29', 8) })
  expect(projectionOf(curve([5, ...Array(40).fill(0)]), 100)).toBeNull()
})
