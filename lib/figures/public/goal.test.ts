import { expect, test } from 'vitest'
import { goalShown } from './goal'

test.each([
  [1000, 0, 1000],
  [1000, 999, 1000],
  [1000, 1000, 2000],
  [1000, 1999, 2000],
  [1000, 2000, 5000],
  [1000, 4999, 5000],
  [1000, 5000, 10_000],
  [1000, 123_456, 200_000],
  [1000, 1_000_000, 2_000_000],
  [750, 749, 750],
  [750, 750, 1000],
  [750, 1000, 2000],
  [1, 1, 2],
  [10_000, 12, 10_000],
])('with a first goal of %i, %i supporters see %i', (first, supporters, goal) =>
  expect(goalShown(first, supporters)).toBe(goal),
)

test('the goal never goes down as supporters come, and is always ahead of them', () => {
  let last = 0
  for (let supporters = 0; supporters < 30_000; supporters += 7) {
    const goal = goalShown(300, supporters)
    expect(goal).toBeGreaterThan(supporters)
    expect(goal).toBeGreaterThanOrEqual(last)
    last = goal
  }
})
