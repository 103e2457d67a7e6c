import { expect, test } from 'vitest'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { certificateLife } from './certificate-life'

test.each([
  ['three months, 15 days before its end', 90 * DAY, 15 * DAY, false],
  ['three months, 13 days before', 90 * DAY, 13 * DAY, true],
  ['six days, a day and a half before', 6 * DAY, 1.5 * DAY, false],
  ['six days, half a day before', 6 * DAY, 0.5 * DAY, true],
  ['twelve hours, as it is made', 12 * HOUR, 12 * HOUR, false],
  ['twelve hours, one before', 12 * HOUR, HOUR, true],
  ['three months that are over', 90 * DAY, -HOUR, true],
])('a certificate for %s', (_what, life, left, isLate) => {
  const until = new Date(NOON.getTime() + left)
  const { todo } = certificateLife({ from: new Date(until.getTime() - life), until }, NOON)
  expect(todo !== null).toBe(isLate)
})

test('one of hours is told by the hour, and never as of 0 days', () => {
  const life = { from: NOON, until: new Date(NOON.getTime() + 5 * HOUR) }
  expect(certificateLife(life, NOON).found).toMatch(/^its certificate is good until \d\d:\d\d on /)
})
