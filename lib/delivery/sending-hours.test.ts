import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '@/lib/kernel/time/durations'
import { nextOpening, type SendHours } from './sending-hours'

const BY_DAY: SendHours = { from: 7 * 60, to: 20 * 60 }
const opens = (hours: SendHours, now: string) =>
  nextOpening(hours, new Date(now))?.toISOString().replace(':00.000Z', 'Z') ?? 'open'

describe('from 07:00 to 20:00', () => {
  test.each([
    ['a winter morning, just before', '2026-11-10T06:59:59.999Z', '2026-11-10T07:00Z'],
    ['a winter morning, from the minute on', '2026-11-10T07:00:00Z', 'open'],
    ['the last second of the day', '2026-11-10T19:59:59Z', 'open'],
    ['the evening, from the minute on', '2026-11-10T20:00:00Z', '2026-11-11T07:00Z'],
    ['late evening', '2026-11-10T23:59:59Z', '2026-11-11T07:00Z'],
    ['midnight', '2026-11-11T00:00:00Z', '2026-11-11T07:00Z'],
    ['a summer morning before seven in London', '2026-07-01T05:59:00Z', '2026-07-01T06:00Z'],
    ['a summer morning at seven in London', '2026-07-01T06:00:00Z', 'open'],
    ['a summer evening at eight in London', '2026-07-01T19:00:00Z', '2026-07-02T06:00Z'],
    ['midnight in London in summer', '2026-06-30T23:00:00Z', '2026-07-01T06:00Z'],
    ['the evening before the clocks go forward', '2026-03-28T20:30:00Z', '2026-03-29T06:00Z'],
    ['the night, before the clocks go forward', '2026-03-29T00:59:00Z', '2026-03-29T06:00Z'],
    ['the night, after the clocks went forward', '2026-03-29T01:00:00Z', '2026-03-29T06:00Z'],
    ['the evening of that day', '2026-03-29T19:00:00Z', '2026-03-30T06:00Z'],
    ['the evening before the clocks go back', '2026-10-24T19:00:00Z', '2026-10-25T07:00Z'],
    ['the first time that it is half past one', '2026-10-25T00:30:00Z', '2026-10-25T07:00Z'],
    ['the second time that it is half past one', '2026-10-25T01:30:00Z', '2026-10-25T07:00Z'],
    ['six in London after the clocks went back', '2026-10-25T06:59:00Z', '2026-10-25T07:00Z'],
    ['the year’s last evening', '2026-12-31T20:00:00Z', '2027-01-01T07:00Z'],
  ])('%s', (_when, now, next) => expect(opens(BY_DAY, now)).toBe(next))
})

describe('at odd hours', () => {
  test('all day is always open', () => {
    for (const now of ['2026-11-10T00:00:00Z', '2026-11-10T23:59:59Z', '2026-03-29T01:00:00Z']) {
      expect(opens({ from: 0, to: 24 * 60 }, now)).toBe('open')
    }
  })

  test('from midnight on', () => {
    expect(opens({ from: 0, to: 8 * 60 }, '2026-11-10T08:00:00Z')).toBe('2026-11-11T00:00Z')
    expect(opens({ from: 0, to: 8 * 60 }, '2026-07-01T22:59:00Z')).toBe('2026-07-01T23:00Z')
  })

  test('just after midnight, when the clocks go back in between', () => {
    expect(opens({ from: 30, to: 60 }, '2026-10-25T00:50:00Z')).toBe('2026-10-26T00:30Z')
  })

  test('at an hour that does not exist on the day that the clocks go forward', () => {
    expect(opens({ from: 60, to: 180 }, '2026-03-29T00:30:00Z')).toBe('2026-03-29T01:00Z')
    expect(opens({ from: 90, to: 180 }, '2026-03-29T00:30:00Z')).toBe('2026-03-29T01:30Z')
  })
})

test('it is never told to come back at once or in the past, and is open when it comes back, through two years', () => {
  const windows: SendHours[] = [
    BY_DAY,
    { from: 0, to: 60 },
    { from: 30, to: 60 },
    { from: 60, to: 120 },
    { from: 90, to: 300 },
    { from: 1410, to: 1440 },
  ]
  const days = [
    '2026-03-28',
    '2026-03-29',
    '2026-03-30',
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
    '2027-03-28',
    '2027-10-31',
  ]
  for (const hours of windows) {
    for (const day of days) {
      for (let minute = 0; minute < 24 * 60; minute += 5) {
        const now = new Date(Date.parse(`${day}T00:00:30Z`) + minute * MINUTE)
        const next = nextOpening(hours, now)
        if (!next) continue
        expect(next.getTime()).toBeGreaterThan(now.getTime())
        expect(next.getTime()).toBeLessThanOrEqual(now.getTime() + 25 * HOUR)
        // A window that falls wholly into the missing hour is found shut that day, and asks again.
        if (hours.from !== 60) expect(nextOpening(hours, next)).toBeNull()
      }
    }
  }
})
