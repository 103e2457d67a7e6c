import { describe, expect, test } from 'vitest'
import { type PlacingKind, placings } from '@/db/schema/index'
import { isConstituent, placingOf } from './placing'
import { postcodeWords, proofTitle, writerWords } from './placing-words'

const KNOWN: PlacingKind[] = ['inside', 'inside-live']
const as = (kind: PlacingKind) => ({ kind, others: kind === 'near' || kind.startsWith('elsewhere') ? ['Xford'] : [] })

describe('what is said of a letter’s writer', () => {
  test('is a sentence of its own for each kind, in every place', () => {
    for (const words of [writerWords, postcodeWords]) {
      expect(new Set(placings.map((kind) => words(as(kind), 'Ytown'))).size).toBe(placings.length)
    }
  })

  test.each(placings)('%s: “constituent” only where it is known', (kind) => {
    const said = [writerWords, proofTitle, postcodeWords].map((words) => words(as(kind), 'Ytown')).join('\n')
    expect(/\bconstituents?\b/i.test(said)).toBe(KNOWN.includes(kind))
    expect(isConstituent(as(kind))).toBe(KNOWN.includes(kind))
  })

  test('names where the postcode is, and where its writer says that they live', () => {
    for (const kind of ['near', 'elsewhere', 'elsewhere-live'] as const) {
      for (const words of [writerWords, postcodeWords]) {
        expect(words({ kind, others: ['Xford', 'Zham'] }, 'Ytown')).toMatch(/Xford or Zham.*|Ytown.*Xford or Zham/)
        expect(words(as(kind), 'Ytown')).toContain('says that they live in Ytown')
      }
    }
  })

  test('tells of a boundary that runs through the postcode', () => {
    expect(postcodeWords({ kind: 'inside', others: ['Xford'] }, 'Ytown')).toBe(
      'In Ytown, by our list; a boundary with Xford runs through it',
    )
  })
})

test('no letter goes where postcode and seat are apart, or the postcode is no voter’s home', () => {
  for (const kind of ['crown_dependency', 'bfpo', 'malformed'] as const) expect(placingOf({ kind })).toBeNull()
  const seats = [{ code: 'E1', name: 'Xford', nation: 'England', mp: null }]
  expect(placingOf({ kind: 'elsewhere', seats, beside: false, terminated: false })).toBeNull()
  expect(placingOf({ kind: 'elsewhere-live', seats, beside: false, terminated: false })).toBeNull()
  expect(placingOf({ kind: 'near', seats, terminated: false })).toEqual({ kind: 'near', others: ['Xford'] })
  expect(placingOf({ kind: 'elsewhere', seats, beside: true, terminated: false })).toEqual({
    kind: 'elsewhere',
    others: ['Xford'],
  })
})
