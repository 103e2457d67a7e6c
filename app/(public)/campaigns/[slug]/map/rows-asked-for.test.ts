import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSnapshot } from '@/lib/directory/snapshot/parse'
import { PARTS, rowsAskedFor } from './rows-asked-for'

const snapshot = parseSnapshot(await readFile('lib/directory/snapshot/constituencies.csv', 'utf8'))
const seats = snapshot.map(({ code, name, nation }, at) => ({ code, name, nation, supporters: at % 40 }))
const named = snapshot.map(({ code, name, nation }) => ({ code, name, nation, mp: null }))
const towns = [{ name: 'Haworth', near: [seats[3]?.code ?? ''] }]
const asked = (query: Parameters<typeof rowsAskedFor>[0]) => rowsAskedFor(query, { seats, named, towns })

describe('the rows of the map’s table', () => {
  test('are at first the ten with the most supporters', () => {
    const { rows, caption } = asked({})
    expect(caption).toBe('The most supporters')
    expect(rows.map(({ supporters }) => supporters)).toEqual(Array(10).fill(39))
  })

  test('with nobody yet, are none', () => {
    const none = seats.map((seat) => ({ ...seat, supporters: 0 }))
    expect(rowsAskedFor({}, { seats: none, named, towns }).rows).toEqual([])
  })

  test('are found by a name and by a town', () => {
    expect(asked({ find: 'newport' }).rows.map(({ name }) => name)).toContain('Newport East')
    expect(asked({ find: 'haworth' }).rows).toEqual([seats[3]])
    expect(asked({ find: 'atlantis' })).toMatchObject({ rows: [], typed: 'atlantis' })
  })

  test('are one where its hexagon was pressed', () => {
    expect(asked({ seat: 'W07000112' }).rows.map(({ name }) => name)).toEqual(['Ynys Môn'])
    expect(asked({ seat: 'nothing' }).caption).toBe('The most supporters')
  })

  test('are in one part each, and all in the last', () => {
    const parts = PARTS.map(({ value }) => asked({ part: value }).rows.map(({ code }) => code))
    const all = parts.pop()
    expect(all).toHaveLength(650)
    expect(parts.flat().sort()).toEqual(all?.sort())
  })

  test('whatever the address says, are rows of seats, and of a search at most fifty', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.array(fc.string(), { maxLength: 3 }))
    fc.assert(
      fc.property(fc.record({ find: value, seat: value, part: value }, { requiredKeys: [] }), (query) => {
        const { rows, typed } = asked(query)
        expect(typed.length).toBeLessThanOrEqual(80)
        if (typed !== '') expect(rows.length).toBeLessThanOrEqual(50)
      }),
      { numRuns: 30 },
    )
  })
})
