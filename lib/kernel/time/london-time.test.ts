import { expect, test } from 'vitest'
import { londonTime, parseLondonTime } from './london-time'

test.each([
  ['in winter', '2026-11-24T14:05', '2026-11-24T14:05:00.000Z'],
  ['in summer', '2026-07-01T00:30', '2026-06-30T23:30:00.000Z'],
  ['in the hour that comes twice, at first', '2026-10-25T01:30', '2026-10-25T00:30:00.000Z'],
  ['with seconds', '2026-11-24T14:05:33', '2026-11-24T14:05:00.000Z'],
])('London’s clocks %s', (_when, typed, moment) => {
  const parsed = parseLondonTime(typed)
  expect(parsed?.toISOString()).toBe(moment)
  expect(parsed && londonTime(parsed)).toBe(typed.slice(0, 16))
})

test('an hour that is left out in spring is an hour later', () => {
  expect(parseLondonTime('2026-03-29T01:30')?.toISOString()).toBe('2026-03-29T01:30:00.000Z')
})

test.each(['', 'soon', '2026-11-24', '2026-02-30T10:00', '2026-11-24T25:00', '24/11/2026 10:00'])(
  '%j is no moment',
  (typed) => expect(parseLondonTime(typed)).toBeNull(),
)
