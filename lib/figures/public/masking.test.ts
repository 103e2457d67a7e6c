import { expect, test } from 'vitest'
import { masked } from './masking'

const CODES = ['A', 'B', 'C', 'D', 'E']
const seatsOf = (counts: readonly number[]) => counts.map((supporters, at) => ({ code: CODES[at] ?? '', supporters }))

/** All that the public is told of such a country. */
const told = (counts: readonly number[]) =>
  JSON.stringify({
    supporters: counts.reduce((sum, count) => sum + count, 0),
    constituencies: counts.filter((count) => count > 0).length,
    ...masked(seatsOf(counts)),
  })

function everyCountry(seats: number, most: number): number[][] {
  if (seats === 0) return [[]]
  return everyCountry(seats - 1, most).flatMap((rest) =>
    Array.from({ length: most + 1 }, (_, count) => [count, ...rest]),
  )
}

test('seats with fewer than five are "under 5", and those with five and more are told', () => {
  expect(masked(seatsOf([7, 3, 5, 0, 2]))).toEqual({
    masking: 'reached',
    seats: [
      { code: 'A', supporters: 7 },
      { code: 'B', supporters: 'under 5' },
      { code: 'C', supporters: 5 },
      { code: 'E', supporters: 'under 5' },
    ],
  })
})

test('a single small number, which the total would give away, hides among the seats without anybody', () => {
  expect(masked(seatsOf([6, 2, 0, 0]))).toEqual({
    masking: 'among-all',
    seats: [
      { code: 'A', supporters: 6 },
      { code: 'B', supporters: 'under 5' },
      { code: 'C', supporters: 'under 5' },
      { code: 'D', supporters: 'under 5' },
    ],
  })
})

test('where every seat is reached, the smallest of the others are left out with it', () => {
  expect(masked(seatsOf([30, 2, 9, 12, 50]))).toEqual({
    masking: 'left-out',
    seats: [
      { code: 'A', supporters: 30 },
      { code: 'D', supporters: 12 },
      { code: 'E', supporters: 50 },
    ],
  })
})

// Every country of so many seats: whoever knows the rule, and has all that is told, cannot tell a small number.
test.each([
  [4, 9],
  [5, 6],
])('no small number of any seat follows from what is told: all countries of %i seats with up to %i', (seats, most) => {
  const alike = new Map<string, number[][]>()
  for (const country of everyCountry(seats, most)) {
    const key = told(country)
    alike.set(key, [...(alike.get(key) ?? []), country])
  }
  const given: string[] = []
  for (const countries of alike.values()) {
    const [first = []] = countries
    // Every seat with the same small number: the total itself says it. Among 650 seats that does not happen.
    if (first.every((count) => count === first[0])) continue
    for (const [at, count] of first.entries()) {
      if (count > 0 && count < 5 && countries.every((one) => one[at] === count)) given.push(JSON.stringify(countries))
    }
  }
  expect(given).toEqual([])
})
