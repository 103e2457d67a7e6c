import { describe, expect, test } from 'vitest'
import type { SeatShown } from '@/lib/figures/public/public-seats'
import { fullLegendOf, fullScaleFor, legendOf, lookOf, scaleFor } from './shades'

const seats = (...supporters: SeatShown['supporters'][]): SeatShown[] =>
  supporters.map((count, at) => ({ code: `E${at}`, name: `Seat ${at}`, nation: 'England', supporters: count }))
const words = (shown: readonly SeatShown[]) => scaleFor(shown).shades.map((shade) => shade.words)

/** As many seats as there are, with about so many supporters each. */
const spread = (mean: number) =>
  seats(
    ...Array.from({ length: 650 }, (_, at) => {
      const count = Math.round(mean * (0.3 + ((at * 37) % 141) / 100))
      return count > 0 && count < 5 ? 'under 5' : count
    }),
  )

test.each<[string, SeatShown[], string[]]>([
  ['nobody', seats(0, 0), []],
  ['nobody but a few', seats(0, 'under 5', 'under 5'), []],
  ['one seat', seats(0, 'under 5', 7), ['5 to 6', '7 and more']],
  ['one seat of just five', seats(0, 5), ['5 and more']],
  ['seats of one number', seats(...Array(200).fill(12)), ['5 to 11', '12 and more']],
  ['a first wave', spread(6), ['5 to 6', '7 to 8', '9', '10 and more']],
  ['a hundred a seat', spread(100), ['5 to 79', '80 to 119', '120 to 149', '150 and more']],
  ['thousands a seat', spread(3000), ['5 to 2,499', '2,500 to 2,999', '3,000 to 3,999', '4,000 and more']],
])('the shades fit the numbers of %s', (_what, shown, expected) => expect(words(shown)).toEqual(expected))

describe.each([5, 6, 8, 12, 30, 100, 450, 3000, 20_000])('where a seat has about %i', (mean) => {
  const shown = spread(mean)
  const scale = scaleFor(shown)
  const told = shown.filter(({ supporters }) => typeof supporters === 'number')
  const shareOf = (look: string) => told.filter((seat) => lookOf(seat, scale) === look).length / told.length

  test('no shade holds more than two thirds of the seats that are told', () => {
    for (const { look } of scale.shades) expect([look, shareOf(look) < 0.67]).toEqual([look, true])
  })

  test('each shade is on the map, and each seat in one', () => {
    for (const { look } of scale.shades) expect([look, shareOf(look) > 0]).toEqual([look, true])
    expect(scale.shades.reduce((sum, { look }) => sum + shareOf(look), 0)).toBeCloseTo(1)
  })

  test('at most four, of looks of their own, the topmost amber', () => {
    const looks = scale.shades.map(({ look }) => look)
    expect(looks.length).toBeLessThanOrEqual(4)
    expect(new Set([...looks, scale.few]).size).toBe(looks.length + 1)
    expect(looks.at(-1)).toBe('top')
  })
})

test('on the first days the seats with a few stand out from those with nobody', () => {
  const first = scaleFor(seats(0, 0, 'under 5', 'under 5'))
  expect(lookOf({ supporters: 'under 5' }, first)).toBe('s2')
  expect(lookOf({ supporters: 0 }, first)).toBe('none')
})

test('the small numbers move nothing: only seats that are told make the scale', () =>
  expect(scaleFor(seats(0, 'under 5', 6, 9, 20))).toEqual(
    scaleFor(seats(0, 'under 5', 'under 5', 'under 5', 6, 9, 20)),
  ))

test('where no small number may be told from none, no seat stands out', () =>
  expect(scaleFor(seats('under 5', 'under 5')).few).toBe('s0'))

test.each([
  ['reached', ['none yet', 'under 5', '5 to 8', '9 and more']],
  ['among-all', ['none, or under 5', '5 to 8', '9 and more']],
  ['left-out', ['not shown', '5 to 8', '9 and more']],
] as const)('the legend says what is told where small numbers are %s', (masking, expected) =>
  expect(legendOf(scaleFor(seats(9, 9)), masking).map(({ words }) => words)).toEqual(expected),
)

test('for those who see every number the scale begins at one, and nothing is "under 5"', () => {
  const shown = seats(0, 1, 2, 3, 4, 4, 5, 6, 7, 9)
  const scale = fullScaleFor(shown)
  const legend = fullLegendOf(scale).map((each) => each.words)
  expect(legend.join()).not.toContain('under')
  expect(legend[0]).toBe('none')
  expect(scale.shades[0]?.from).toBe(1)
  for (const seat of shown) expect(lookOf(seat, scale) === 'none').toBe(seat.supporters === 0)
  for (const { look } of scale.shades) expect(shown.some((seat) => lookOf(seat, scale) === look)).toBe(true)
  expect(fullScaleFor(seats(0, 0)).shades).toEqual([])
})
