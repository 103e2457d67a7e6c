import { expect, test } from 'vitest'
import { LEAST_TO_SAY, proportionOf } from './proportion'

test.each([
  [10, 100, 0.0552, 0.1744],
  [50, 100, 0.4038, 0.5962],
  [0, 100, 0, 0.037],
  [100, 100, 0.963, 1],
])('%i of %i lie between the shares that Wilson’s method gives', (part, whole, low, high) => {
  const known = proportionOf(part, whole)
  expect(known?.share).toBe(part / whole)
  expect(known?.low).toBeCloseTo(low, 3)
  expect(known?.high).toBeCloseTo(high, 3)
})

test('of a few, and of fewer than there are parts, nothing is said', () => {
  expect(proportionOf(5, LEAST_TO_SAY - 1)).toBeNull()
  expect(proportionOf(5, LEAST_TO_SAY)).not.toBeNull()
  expect(proportionOf(50, 40)).toBeNull()
})
