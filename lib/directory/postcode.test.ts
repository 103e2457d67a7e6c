import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parsePostcode } from './postcode'

const read = (typed: string) => {
  const parsed = parsePostcode(typed)
  return parsed.kind === 'malformed' ? 'malformed' : `${parsed.kind} ${parsed.postcode}`
}
const snapshot = (file: string) => readFileSync(new URL(`./snapshot/${file}`, import.meta.url), 'utf8')
const rows = snapshot('constituencies.csv') + snapshot('further-postcodes.csv')
const known = rows.match(/\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g) ?? []

describe('a postcode is read', () => {
  test.each(['M1 1AA', 'M60 1NW', 'CR2 6XH', 'DN55 1PT', 'W1A 1HQ', 'EC1A 1BB', 'GIR 0AA', 'NPT 0AD', 'NPT 0VA'])(
    'in the shape of %s',
    (postcode) => expect(read(postcode)).toBe(`postcode ${postcode}`),
  )

  test.each([
    ['in any case and spacing', ' sW1a\t 0 aA\n'],
    ['without a space', 'sw1a0aa'],
    ['with no-break and thin spaces', 'SW1A\u00a00A\u2009A'],
    ['in full-width characters', 'ＳＷ１Ａ　０ＡＡ'],
    ['with zero-width characters, marks of direction and soft hyphens', '\u200bSW1A\u200d \u20600A\u00adA\ufeff\u202c'],
    ['with punctuation that was pasted along', '“SW1A-0AA”.'],
    ['with a control character, which PostgreSQL would refuse', 'SW1A\u0000 0AA'],
  ])('%s', (_, typed) => expect(read(typed)).toBe('postcode SW1A 0AA'))

  test.each([
    ['S04 4WG', 'SO4 4WG'],
    ['C01 1AA', 'CO1 1AA'],
    ['0X1 1PT', 'OX1 1PT'],
    ['1G1 1AA', 'IG1 1AA'],
    ['EI4 IAA', 'E14 1AA'],
    ['LI 8JQ', 'L1 8JQ'],
    ['MI IAE', 'M1 1AE'],
    ['wIa iaa', 'W1A 1AA'],
    ['swla oaa', 'SW1A 0AA'],
    ['e1l 4aa', 'E11 4AA'],
    ['al4 laa', 'AL4 1AA'],
    ['G1R OAA', 'GIR 0AA'],
    ['NPT OAD', 'NPT 0AD'],
    ['ELO OAA', 'EL0 0AA'],
  ])('with O, 0, I, 1 and a small L repaired by position: %s is %s', (typed, postcode) =>
    expect(read(typed)).toBe(`postcode ${postcode}`),
  )

  test('and every postcode of the snapshot survives any mangling', () => {
    const swapped: Record<string, string> = { O: '0', 0: 'O', I: '1', 1: 'I' }
    const manglings: ((postcode: string) => string)[] = [
      (postcode) => postcode,
      (postcode) => postcode.replace(' ', ''),
      (postcode) => postcode.toLowerCase(),
      (postcode) => `  ${[...postcode].join(' \u00a0')}\u200b`,
      (postcode) => postcode.replace(/[O0I1]/g, (character) => swapped[character] ?? character),
      (postcode) => postcode.toLowerCase().replace(/[oi01]/g, (c) => (swapped[c.toUpperCase()] ?? c).toLowerCase()),
      (postcode) => postcode.replaceAll('0', 'O').replaceAll('1', 'I'),
      (postcode) => postcode.replaceAll('O', '0').replaceAll('I', '1'),
      (postcode) => postcode.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ]
    const wrong = known.flatMap((postcode) =>
      manglings.map((mangle) => mangle(postcode)).filter((typed) => read(typed) !== `postcode ${postcode}`),
    )
    expect(known).toHaveLength(650 + 21)
    expect(wrong).toEqual([])
  })

  test('and one that does not exist is still well formed', () => {
    expect(['ZZ1 1ZZ', 'AA9A 9AA'].map(read)).toEqual(['postcode ZZ1 1ZZ', 'postcode AA9A 9AA'])
  })
})

test('the Crown dependencies are told apart, also mistyped', () => {
  expect(['GY1 1AA', 'je2 4wd', 'IM1 1AD', '1M1 1AD'].map(read)).toEqual([
    'crown_dependency GY1 1AA',
    'crown_dependency JE2 4WD',
    'crown_dependency IM1 1AD',
    'crown_dependency IM1 1AD',
  ])
})

test.each([
  ['GX11 1AA', 'GX11 1AA', 'Gibraltar'],
  ['gxii iaa', 'GX11 1AA', 'Gibraltar'],
  ['ASCN 1ZZ', 'ASCN 1ZZ', 'Ascension Island'],
  ['bbnd1zz', 'BBND 1ZZ', 'the British Indian Ocean Territory'],
  ['BIQQ 1ZZ', 'BIQQ 1ZZ', 'the British Antarctic Territory'],
  ['FIQQ 1ZZ', 'FIQQ 1ZZ', 'the Falkland Islands'],
  ['FIQQ IZZ', 'FIQQ 1ZZ', 'the Falkland Islands'],
  ['PCRN 1ZZ', 'PCRN 1ZZ', 'the Pitcairn Islands'],
  ['SIQQ 1ZZ', 'SIQQ 1ZZ', 'South Georgia and the South Sandwich Islands'],
  ['STHL 1ZZ', 'STHL 1ZZ', 'St Helena'],
  ['TDCU 1ZZ', 'TDCU 1ZZ', 'Tristan da Cunha'],
  ['TKCA 1ZZ', 'TKCA 1ZZ', 'the Turks and Caicos Islands'],
  ['ai-2640', 'AI-2640', 'Anguilla'],
  ['KY1-1001', 'KY1-1001', 'the Cayman Islands'],
  ['MSR 1110', 'MSR 1110', 'Montserrat'],
  ['VG1110', 'VG1110', 'the British Virgin Islands'],
])('%j is of an overseas territory', (typed, postcode, territory) =>
  expect(parsePostcode(typed)).toEqual({ kind: 'overseas_territory', postcode, territory }),
)

test('what resembles a territory’s postcode and is Kirkcaldy’s stays so', () =>
  expect(read('KY1 1AA')).toBe('postcode KY1 1AA'))

test('forces mail is told apart, in the new form and the old', () => {
  expect(['bf1 2aa', 'BFPO 12', 'b.f.p.o. 5423', 'BFP0 12', 'bfpo', 'BFPO 12, BF1 2AA'].map(read)).toEqual([
    'bfpo BF1 2AA',
    'bfpo BFPO 12',
    'bfpo BFPO 5423',
    'bfpo BFPO 12',
    'bfpo BFPO',
    'bfpo BFPO 12',
  ])
})

describe('what is no postcode is malformed, and kept as typed:', () => {
  test.each([
    ['nothing', ''],
    ['half a postcode', 'SW1A'],
    ['letters that no inward code has', 'SW1A 0AC'],
    ['a digit in the unit', 'SW1A 0A0'],
    ['NPT with a letter for its sector', 'NPT LAD'],
    ['a capital L for a 1, since it may be any slip', 'SWLA 0AA'],
    ['S for 5 and Z for 2', 'MS ZAA'],
    ['two postcodes', 'SW1A 0AA SW1A 1AA'],
    ['a town', 'London'],
    ['an American zip code', '90210'],
    ['letters of another alphabet', 'SW1А 0АА'],
    ['a lone surrogate', 'SW1A 0A\ud800A A'],
    ['symbols', '£W1A 0AA'],
    ['a flood', 'A'.repeat(1_000_000)],
  ])('%s', (_, typed) => expect(parsePostcode(typed)).toEqual({ kind: 'malformed', typed }))
})
