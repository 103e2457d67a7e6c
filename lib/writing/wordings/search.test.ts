import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addTo, costBeside, nothingBeside, takeFrom } from './beside'
import type { Drawn } from './draw'
import { cheapest } from './search'

const LETTERS = 5
const WORDS = 7
const drawn = fc
  .record({
    words: fc.integer({ min: 0, max: 9 }),
    uses: fc.integer({ min: 0, max: 40 }),
    pieces: fc.array(fc.integer({ min: 0, max: 90 }), { minLength: LETTERS, maxLength: LETTERS }),
    heard: fc.uniqueArray(fc.integer({ min: 1, max: 6 })),
  })
  .map(({ words, uses, pieces, heard }): Drawn => {
    const letters = Uint32Array.from(pieces, (_, at) => at)
    const sharing = { letters, pieces: Uint16Array.from(pieces), heard: Uint16Array.from(heard) }
    return { wording: { room: 1, sentences: [] }, said: [], words, uses, ...sharing }
  })
const slots = fc.array(fc.array(drawn, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })

test('the cheapest of all letters that have the words is found, and none where none has', () =>
  fc.assert(
    fc.property(slots, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 10 }), (all, least, more) => {
      const lengths = { least, most: least + more }
      const found = cheapest(all, nothingBeside(LETTERS, WORDS), lengths)
      const letters = all.reduce<Drawn[][]>(
        (sofar, ways) => sofar.flatMap((one) => ways.map((way) => [...one, way])),
        [[]],
      )
      const costs = letters.filter((one) => fits(one, lengths)).map(costOf)
      if (costs.length === 0) expect(found).toBeNull()
      else {
        expect(fits(found ?? [], lengths)).toBe(true)
        expect(found?.map((one, slot) => all[slot]?.includes(one))).toEqual(all.map(() => true))
        expect(costOf(found ?? [])).toBeCloseTo(Math.min(...costs), 6)
      }
    }),
  ))

function fits(letter: Drawn[], { least, most }: { least: number; most: number }): boolean {
  const words = letter.reduce((sum, one) => sum + one.words, 0)
  return words >= least && words <= most
}

function costOf(letter: Drawn[]): number {
  const beside = nothingBeside(LETTERS, WORDS)
  let cost = 0
  for (const one of letter) {
    cost += one.uses + costBeside(beside, one)
    addTo(beside, one)
  }
  for (const one of letter) takeFrom(beside, one)
  expect(beside).toEqual(nothingBeside(LETTERS, WORDS))
  return cost
}
