import { expect, test } from 'vitest'
import { jittered, nextWait, type Outcome } from './live-wait'

const waits = (outcomes: Outcome[]) => {
  let wait: number | null = null
  return outcomes.map((outcome) => {
    wait = nextWait(wait, outcome)
    return wait / 1000
  })
}

test('it asks every twelve seconds while the figures move, and again once they do', () =>
  expect(waits(['changed', 'changed', 'same', 'same', 'changed'])).toEqual([12, 12, 18, 27, 12]))

test('it slows down to two minutes while nothing moves', () =>
  expect(waits(Array<Outcome>(12).fill('same')).at(-1)).toBe(120))

test('it slows down to ten minutes while there is no answer', () => {
  expect(waits(['changed', 'failed', 'failed'])).toEqual([12, 24, 48])
  expect(waits(Array<Outcome>(12).fill('failed')).at(-1)).toBe(600)
})

test('those who came together are spread over two thirds of the wait', () =>
  expect([0, 0.5, 1].map((chance) => Math.round(jittered(12_000, chance)))).toEqual([8000, 12_000, 16_000]))
