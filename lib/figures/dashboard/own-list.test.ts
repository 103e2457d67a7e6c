import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Seat } from '@/lib/directory/lookup'
import { listWord, seatsIn } from './own-list'
import { readNames, unknownWords } from './read-names'

/** As many as there are, with the codes of the boundaries of 2023. */
const all = [
  ...numbered('E14', 1063, 543),
  ...numbered('N05', 1, 18),
  ...numbered('S14', 58, 57),
  ...numbered('W07', 81, 32),
]

function numbered(prefix: string, first: number, count: number): Seat[] {
  return Array.from({ length: count }, (_, at) => {
    const code = prefix + String(first + at).padStart(6, '0')
    return { code, name: `Place ${code}`, nation: 'England', mp: { name: `Ann ${code}`, party: 'Green Party' } } as Seat
  })
}

const codes = all.map(({ code }) => code)

test('a list comes back from an address as it went in, and fits in it', () => {
  fc.assert(
    fc.property(fc.subarray(codes, { minLength: 1 }), (chosen) => {
      const word = listWord(chosen)
      expect(word).toMatch(/^[\w.-]{1,200}$/)
      expect(seatsIn(word, all).map(({ code }) => code)).toEqual(chosen)
    }),
    { numRuns: 100 },
  )
  expect(seatsIn(listWord(codes), all)).toHaveLength(650)
  expect(listWord(codes).length).toBeLessThan(200)
})

test('a list stays right where constituencies have come and gone since', () => {
  const word = listWord(['E14001063', 'E14001070'])
  expect(seatsIn(word, all.slice(1)).map(({ code }) => code)).toEqual(['E14001070'])
})

test.each([
  '',
  '.',
  '..',
  'E..',
  'E.tj',
  'E.tj.',
  'E.-1.__',
  'x',
  'E.zzzzzzzzzz.AA',
  'E.tj.\u202e',
  'E.NaN.__',
  'e.tj._w',
])('of “%s” there is no constituency', (word) => expect(seatsIn(word, all)).toEqual([]))

test('pasted names are constituencies, of which each counts once; what names nobody is told by its line', () => {
  const read = readNames('Place E14001063\r\n\r\n Ann E14001063 MP\nplace w07000081\nAtlantis\nPlace S14000059x', all)
  expect(read).toEqual({
    codes: ['E14001063', 'W07000081'],
    unknown: [
      { line: 5, text: 'Atlantis' },
      { line: 6, text: 'Place S14000059x' },
    ],
  })
  if (!('unknown' in read)) return
  expect(unknownWords(read.unknown, all)).toBe(
    '2 lines name no constituency and no MP, or more than one: line 5, “Atlantis”; line 6, “Place S14000059x” (do you mean “Place S14000059”?)',
  )
})

test('a list that is too long is refused, and of many lines that name nobody ten are told', () => {
  expect(readNames('x\n'.repeat(1001), all)).toEqual({ fault: 'The list is too long: 1,000 lines fit' })
  expect(readNames('x'.repeat(100_001), all)).toEqual({ fault: 'The list is too long: 100,000 characters fit' })
  const read = readNames(`${'q'.repeat(90_000)}\n${'zzzz\n'.repeat(12)}`, all)
  const said = 'unknown' in read ? unknownWords(read.unknown, all) : ''
  expect(said).toMatch(/^13 lines name .*; and 3 more$/)
  expect(said.length).toBeLessThan(600)
})

test('an empty list is none', () => expect(readNames(' \n\n', all)).toEqual({ codes: [], unknown: [] }))
