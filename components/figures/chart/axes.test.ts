import { expect, test } from 'vitest'
import { ACROSS, timeAxis, valueAxis } from './axes'

const spread = (from: string, hours: number, many: number) =>
  Array.from({ length: many }, (_, at) => new Date(Date.parse(from) + at * hours * 3_600_000))

test.each([
  [0, ['0', '1', '2', '3', '4']],
  [3, ['0', '1', '2', '3', '4']],
  [248, ['0', '50', '100', '150', '200', '250']],
  [96_000, ['0', '20,000', '40,000', '60,000', '80,000', '100,000']],
])('up to %i the axis begins at nothing and names round, whole numbers', (most, words) => {
  const { ticks, down } = valueAxis(most, 200, 4)
  expect(ticks.map((tick) => tick.words)).toEqual(words)
  expect(down(0)).toBe(200)
  expect(down(most)).toBeGreaterThanOrEqual(0)
})

test.each([
  ['a day of hours', spread('2026-11-24T00:00:00Z', 1, 24)],
  ['a week', spread('2026-11-18T00:00:00Z', 24, 7)],
  ['a month', spread('2026-10-29T00:00:00Z', 24, 30)],
  ['ten weeks', spread('2026-09-01T00:00:00Z', 24, 70)],
  ['three years', spread('2024-01-01T00:00:00Z', 24, 1098)],
])('the times of %s are few, apart, and within it', (_, moments) => {
  for (const many of [4, 6]) {
    const { ticks } = timeAxis(moments, many)
    expect(ticks.length).toBeGreaterThan(1)
    expect(ticks.length).toBeLessThanOrEqual(many + 1)
    for (const [at, tick] of ticks.entries()) {
      expect(tick.at).toBeGreaterThanOrEqual(0)
      expect(tick.at).toBeLessThanOrEqual(ACROSS)
      if (at > 0) expect(tick.at - (ticks[at - 1]?.at ?? 0)).toBeGreaterThanOrEqual(ACROSS / (many + 0.5))
    }
  }
})

test('weeks are told by their Mondays', () => {
  const { ticks } = timeAxis(spread('2026-10-29T00:00:00Z', 24, 30), 6)
  expect(ticks.map(({ words }) => words)).toEqual(['2 Nov', '9 Nov', '16 Nov', '23 Nov'])
})

test('of one moment the axis names that one, in the middle', () => {
  expect(timeAxis([new Date('2026-11-24T00:00:00Z')], 6).ticks).toEqual([{ at: ACROSS / 2, words: '24 Nov' }])
})
