import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isDay, londonDay, monthsBefore } from './day'

test.each(['2000-01-01', '2026-11-24', '2028-02-29', '2199-12-31'])('%s is a day', (text) =>
  expect(isDay(text)).toBe(true),
)

test.each([
  ...['0000-00-00', '0000-01-01', '0001-01-01', '1999-12-31', '2200-01-01', '9999-12-31', '275760-09-14'],
  ...[
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-11-24T00:00',
    ' 2026-11-24',
  ],
  ...['', 'yesterday', 'NaN', "2026-11-24'", '-2026-11-24', '+002026-11-24', '２０２６-11-24'],
])('%j is none', (text) => expect(isDay(text)).toBe(false))

test.each([
  ['just after midnight in summer, when UTC has the day before', '2026-07-01T23:15:00Z', '2026-07-02'],
  ['just before midnight in summer', '2026-07-01T22:59:59Z', '2026-07-01'],
  ['just after midnight in winter', '2026-11-24T00:15:00Z', '2026-11-24'],
  ['in the hour that comes twice', '2026-10-25T00:30:00Z', '2026-10-25'],
])('the day in London, %s', (_when, at, day) => expect(londonDay(new Date(at))).toBe(day))

test.each([
  ['2026-08-31', 6, '2026-02-28'],
  ['2028-08-31', 6, '2028-02-29'],
  ['2026-03-15', 6, '2025-09-15'],
  ['2026-01-31', 1, '2025-12-31'],
  ['2026-12-01', 12, '2025-12-01'],
])('%s, %d months before, is %s', (day, months, before) => expect(monthsBefore(day, months)).toBe(before))

test('a day is cut out of a moment nowhere else: that would be the day in UTC', () => {
  const cut = ['lib', 'app', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
      .map((file) => `${folder}/${file}`)
      .filter((file) => readFileSync(file, 'utf8').includes('toISOString().slice(0, 10)')),
  )
  // Beside the owner: two keys that change daily, whichever day that is.
  expect(cut.sort()).toEqual([
    'lib/kernel/time/day.ts',
    'lib/letters/review/origin-hash.ts',
    'lib/limits/rate-limit.ts',
  ])
})
