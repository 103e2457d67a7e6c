import { expect, test } from 'vitest'
import { HOUR } from '@/lib/kernel/time/durations'
import { nextTry } from './retry-backoff'

const NOON = new Date('2026-11-10T12:00:00Z')

test('the waits grow, and end after a little more than three days', () => {
  const waits: number[] = []
  for (let tries = 1, next = nextTry(tries, NOON, () => 0); next; tries += 1, next = nextTry(tries, NOON, () => 0)) {
    waits.push(next.getTime() - NOON.getTime())
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(waits[0]).toBe(5000)
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / HOUR
  expect(hours).toBeGreaterThan(72)
  expect(hours).toBeLessThan(80)
})

test('a wait is up to a tenth longer, at random', () => {
  expect(nextTry(5, NOON, () => 1)?.getTime()).toBe(NOON.getTime() + 2.2 * HOUR)
})
