import { expect, test } from 'vitest'
import { share } from './share'

test.each([
  [0, 5, '0%'],
  [5, 5, '100%'],
  [1, 3, '33%'],
  [1013, 1017, '99.6%'],
  [989, 1000, '99%'],
  [99_999, 100_000, 'over 99.9%'],
  [3, 1000, '0.3%'],
  [1, 100_000, 'under 0.1%'],
  [1, 100, '1%'],
  [99, 100, '99%'],
  [0, 0, ''],
  [74_025, 100, ''],
  [5, 0, ''],
])('%i of %i is “%s”', (part, whole, said) => expect(share(part, whole)).toBe(said))

test('only all is 100%, and only none is 0%', () => {
  for (const whole of [1, 2, 7, 199, 200, 201, 1000, 4001, 1_000_000]) {
    for (const part of [0, 1, 2, Math.floor(whole / 2), whole - 2, whole - 1, whole].filter(
      (n) => n >= 0 && n <= whole,
    )) {
      expect(share(part, whole) === '100%').toBe(part === whole)
      expect(share(part, whole) === '0%').toBe(part === 0)
    }
  }
})
