import { expect, test } from 'vitest'
import { mayBeDissolved } from './dissolution'

test.each([
  ['2029-07-06T23:59:59Z', false],
  ['2029-07-07T00:00:00Z', true],
  ['2029-07-09T12:00:00Z', true],
  ['2029-08-20T00:00:00Z', true],
  ['2029-08-20T00:00:01Z', false],
  ['2026-11-27T00:00:00Z', false],
])('at %s, with a dissolution on 9 July 2029: %s', (now, is) => {
  expect(mayBeDissolved(['2028-01-01', '2029-07-09'], new Date(now))).toBe(is)
})

test('no known date is near at any time', () => {
  expect(mayBeDissolved([], new Date('2029-07-09'))).toBe(false)
})
