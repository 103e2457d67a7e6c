import { expect, test } from 'vitest'
import { DAY, MINUTE } from '@/lib/kernel/time/durations'
import { batchBackoff, letterBackoff, nextTry } from './retry-backoff'

const BEGAN = new Date('2026-11-10T12:00:00Z')

test('the waits of a letter that is put off grow from a minute to six hours, and never above', () => {
  expect([0, 1, 2, 3, 8, 9, 60].map((tries) => letterBackoff(tries) / MINUTE)).toEqual([1, 2, 4, 8, 256, 360, 360])
})

test('a service that broke off is asked again after 5 seconds, and at last every half hour', () => {
  expect([1, 2, 3, 9, 10, 500].map((asks) => batchBackoff(asks) / 1000)).toEqual([5, 10, 20, 1280, 1800, 1800])
})

test('tried at each of its times, a letter is tried about forty times, the last time when the week is over, and then no more', () => {
  const times = [BEGAN]
  for (let now: Date | null = BEGAN; now; ) {
    now = nextTry(now, times.length - 1, BEGAN)
    if (now) times.push(now)
  }
  expect(times.at(-1)).toEqual(new Date(BEGAN.getTime() + 7 * DAY))
  expect(times.length).toBeGreaterThan(30)
  expect(times.length).toBeLessThan(50)
})
