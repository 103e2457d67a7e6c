import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CollectedPostcodes } from '@/lib/directory/postcodes/collect'
import { packPostcodes } from '@/lib/directory/postcodes/pack'
import { openIndex } from '@/lib/directory/postcodes/packed-index'
import { comparePostcodes } from './compare-postcodes'
import { type ComparedRelease, judgePostcodes } from './judge-postcodes'

const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'
const [LEEDS, CARDIFF, GLASGOW] = ['E14001319', 'W07000081', 'S14000084'] as const
const SEATS = new Map([
  [CARDIFF, { name: 'Cardiff East', nation: 'Wales' }],
  [GLASGOW, { name: 'Glasgow East', nation: 'Scotland' }],
  [LEEDS, { name: 'Leeds Central and Headingley', nation: 'England' }],
])

type Rows = Record<string, string>

const indexOf = (rows: Rows) => {
  const collected = new CollectedPostcodes()
  for (const [compact, seat] of Object.entries(rows)) collected.add(compact, seat, false)
  return openIndex(packPostcodes(collected))
}
const release = (rows: Rows, named: Partial<ComparedRelease> = {}): ComparedRelease => ({
  name: 'NSPL August 2025',
  released: '2025-08-01',
  index: indexOf(rows),
  ...named,
})
/** So many postcodes of Leeds, and one each of Cardiff and Glasgow. */
const kingdom = (count: number): Rows => ({
  CF11AA: CARDIFF,
  G11AA: GLASGOW,
  ...Object.fromEntries(Array.from({ length: count }, (_, at) => [leeds(at), LEEDS])),
})
const leeds = (at: number) => `LS${1 + (at % 9)}${Math.floor(at / 9) % 10}A${LETTERS[Math.floor(at / 90) % 20]}`
const inUse = release(kingdom(998))
const reasonsFor = (rows: Rows, named?: Partial<ComparedRelease>) =>
  judgePostcodes(inUse, release(rows, named), SEATS).reasons
const changed = (count: number, seat: string): Rows => ({
  ...kingdom(998),
  ...Object.fromEntries(Array.from({ length: count }, (_, at) => [leeds(at), seat])),
})

describe('against a release that is in use', () => {
  test('the same one again, and one with more, are let in', () => {
    expect(reasonsFor(kingdom(998))).toEqual([])
    expect(judgePostcodes(inUse, release({ ...kingdom(998), LS278AA: LEEDS }), SEATS)).toEqual({
      lines: [
        'NSPL August 2025, compared with NSPL August 2025, which is in use:',
        'Postcodes: 1,001, before 1,000.',
        'Lost: none.',
        'Moved to another seat: none.',
        'Seats with postcodes: 3, before 3.',
      ],
      reasons: [],
    })
  })

  test.each([
    ['lost', ''],
    ['moved', CARDIFF],
  ])('1% may be %s, and no more', (_, seat) => {
    expect(reasonsFor(changed(10, seat))).toEqual([])
    expect(reasonsFor(changed(11, seat))).toEqual([
      '1.1% of the postcodes in use would be lost or lead to another seat, more than 1%',
    ])
  })

  test('one that is lost and one that is moved count alike, and both are shown', () => {
    const next = { ...changed(6, CARDIFF) }
    for (let at = 6; at < 12; at += 1) delete next[leeds(at)]
    const { lines, reasons } = judgePostcodes(inUse, release(next), SEATS)
    expect(reasons).toHaveLength(1)
    expect(lines).toContain('Moved to another seat: 6 (0.6%), such as LS1 0AA, LS2 0AA, LS3 0AA, LS4 0AA, LS5 0AA.')
    expect(lines).toContain('Lost: 6 (0.6%), such as LS1 1AA, LS2 1AA, LS3 1AA, LS7 0AA, LS8 0AA.')
  })

  test('a seat and a nation that would be left without any', () => {
    const { CF11AA: _, ...next } = kingdom(998)
    const { lines, reasons } = judgePostcodes(inUse, release(next), SEATS)
    expect(reasons).toEqual([
      '1 seat would be left without any postcode (Cardiff East)',
      'Wales would be left without any postcode',
    ])
    expect(lines).toContain('Seats with postcodes: 2, before 3; left without any: Cardiff East.')
    expect(lines).toContain('Nations left without any postcode: Wales.')
    expect(reasonsFor({ ...kingdom(998), CF11AA: '' }), 'or leads nowhere').toEqual(reasons)
  })

  test('an older one; one without a date is let in, and that is said', () => {
    const named = { name: 'ONSPD August 2024', released: '2024-08-01' }
    expect(reasonsFor(kingdom(998), named)).toEqual(['it is older than NSPL August 2025, which is in use'])
    const undated = judgePostcodes(inUse, release(kingdom(998), { name: 'postcodes', released: null }), SEATS)
    expect(undated.reasons).toEqual([])
    expect(undated.lines[0]).toBe('postcodes (no date), compared with NSPL August 2025, which is in use:')
  })
})

test('one whose month is that of its newest row may be of the next three', () => {
  const dated = (released: string): Partial<ComparedRelease> => ({ name: 'multi_csv', released, fromRows: true })
  expect(reasonsFor(kingdom(998), dated('2025-05-01'))).toEqual([])
  expect(reasonsFor(kingdom(998), dated('2025-04-01'))).toEqual(['it is older than NSPL August 2025, which is in use'])
  expect(judgePostcodes(inUse, release(kingdom(998), dated('2025-07-01')), SEATS).lines[0]).toBe(
    'multi_csv (by its newest row of 2025-07), compared with NSPL August 2025, which is in use:',
  )
})

test('to begin with, fewer than 1.5 million postcodes are too few, and what is missing is named', () => {
  expect(judgePostcodes(null, release({ LS11AA: LEEDS }), SEATS)).toEqual({
    lines: [
      'NSPL August 2025: 1 postcode; no release is in use yet.',
      'Seats with postcodes: 1 of 3; without any: Cardiff East, Glasgow East.',
      'Nations without any postcode: Wales, Scotland.',
    ],
    reasons: ['it has 1 postcode, and a whole release more than 1,500,000'],
  })
})

test('what is lost and moved is what a plain comparison of the rows finds', () => {
  const postcode = fc.constantFrom('LS11AA', 'LS11AB', 'LS12AA', 'NPT7KF', 'NP44AA', 'EC1A1BB', 'ZE39ZZ', 'AB101AA')
  const rows = fc.dictionary(postcode, fc.constantFrom('', LEEDS, CARDIFF, 'M99999999'))
  fc.assert(
    fc.property(rows, rows, (old, next) => {
      const led = Object.keys(old).filter((one) => old[one] !== '')
      const lost = led.filter((one) => (next[one] ?? '') === '')
      const moved = led.filter((one) => !lost.includes(one) && next[one] !== old[one])
      const compared = comparePostcodes(indexOf(old), indexOf(next))
      expect([compared.before, compared.lost.count, compared.moved.count]).toEqual([
        led.length,
        lost.length,
        moved.length,
      ])
      for (const one of compared.moved.some) expect(moved).toContain(one)
      for (const one of compared.lost.some) expect(lost).toContain(one)
    }),
  )
})
