import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readTypedPostcode, writtenTypedPostcode } from './typed-postcode'

const read = (typed: string) => {
  const typedPostcode = readTypedPostcode(typed)
  if (typedPostcode.kind === 'small-l') {
    const { readings, odd } = typedPostcode
    return `small-l ${readings.map(({ postcode }) => postcode).join(' or ')}${odd ? ', odd' : ''}`
  }
  if (typedPostcode.kind === 'several') return typedPostcode.postcodes.map(({ postcode }) => postcode).join(' or ')
  const { parsed } = typedPostcode
  if (parsed.kind === 'malformed') return 'malformed'
  return `${typedPostcode.kind === 'doubtful' ? 'doubtful ' : ''}${parsed.kind} ${parsed.postcode}`
}

describe('a postcode is read in a text:', () => {
  test.each([
    ['London SW1A 1AA', 'SW1A 1AA'],
    ['SW1A+1AA', 'SW1A 1AA'],
    ['SW1A%201AA', 'malformed'],
    ['SW1A_1AA', 'SW1A 1AA'],
    ['SW1A 1AA, London', 'SW1A 1AA'],
    ['Buckingham Palace, London sw1a1aa, UK', 'SW1A 1AA'],
    ['10 Downing Street\nLondon\nSW1A 2AA', 'SW1A 2AA'],
    ['10 Downing StreetLondonSW1A 2AA', 'SW1A 2AA'],
    ['my postcode is m1 1ae.', 'M1 1AE'],
    ['Flat 3, 1 Mill St, Leeds LS1 4AP', 'LS1 4AP'],
    ['SW1A 1AA or SW1A 1AA', 'SW1A 1AA'],
    ['SW1A 1AA sw1a1aa', 'SW1A 1AA'],
    ['Southampton S014 0AA', 'SO14 0AA'],
    ['Westminster SW1A OAA', 'SW1A 0AA'],
    ['GIR 0AA Bootle', 'malformed'],
  ])('%j', (typed, postcode) => expect(read(typed)).toBe(postcode === 'malformed' ? postcode : `postcode ${postcode}`))

  test.each([
    ['St Helier JE2 4WD', 'crown_dependency JE2 4WD'],
    ['Gibraltar GX11 1AA', 'overseas_territory GX11 1AA'],
    ['Stanley FIQQ 1ZZ', 'overseas_territory FIQQ 1ZZ'],
    ['The Valley, AI-2640', 'overseas_territory AI-2640'],
    ['HMS Example, BFPO 234', 'bfpo BFPO 234'],
    ['BFPO 12, home SW1A 1AA', 'postcode SW1A 1AA'],
  ])('%j, whatever it is of', (typed, postcode) => expect(read(typed)).toBe(postcode))

  test.each([
    ['SW1A 1AA or M1 1AE', 'SW1A 1AA or M1 1AE'],
    ['SW1A 0AA SW1A 1AA', 'SW1A 0AA or SW1A 1AA'],
    ['home LS1 4AP, work YO1 7HH', 'LS1 4AP or YO1 7HH'],
    ['M11AE/SW1A1AA', 'M1 1AE or SW1A 1AA'],
  ])('of more than one in %j none is chosen', (typed, postcodes) => {
    expect(read(typed)).toBe(postcodes)
    expect(writtenTypedPostcode(typed)).toBe('')
  })
})

describe('alone it is read as generously as before:', () => {
  test.each([
    [' s w 1 a - 0 a a ', 'postcode SW1A 0AA'],
    ['SWIA OAA', 'postcode SW1A 0AA'],
    ['swla oaa', 'postcode SW1A 0AA'],
    ['MI IAE', 'postcode M1 1AE'],
    ['SW 1A OAA', 'postcode SW1A 0AA'],
    ['NPT OAD', 'postcode NPT 0AD'],
    ['ZZ1 1ZZ', 'postcode ZZ1 1ZZ'],
    ['BFPO 12, BF1 2AA', 'bfpo BFPO 12'],
    ['je23ab', 'crown_dependency JE2 3AB'],
  ])('%j', (typed, postcode) => expect(read(typed)).toBe(postcode))

  test.each(['', 'SW1A', 'SW1A 0AC', '90210', 'London', `${'x '.repeat(60)}SW1A 1AA`, 'Flat 1 Old Rd'])(
    '%j is none',
    (typed) => expect(readTypedPostcode(typed)).toEqual({ kind: 'read', parsed: { kind: 'malformed', typed } }),
  )
})

describe('a word is no postcode', () => {
  const file = (name: string) => readFileSync(new URL(`./snapshot/${name}`, import.meta.url), 'utf8')
  const towns = file('towns.csv').match(/^[^,\n]+/gm) ?? []
  const words = `${file('constituencies.csv')} Bolts Mills Witley Miller`.match(/\p{L}+/gu) ?? []

  test('though letters for digits would make one of it: no town, no word of a seat or an MP’s name', () => {
    expect(towns.length).toBeGreaterThan(1000)
    const names = [...towns, ...towns.map((town) => town.toLowerCase()), ...words].filter((name) => !/\d/.test(name))
    expect(names.filter((name) => read(name) !== 'malformed')).toEqual(
      names.filter((name) => /^[A-Z]+$/.test(name) && read(name).startsWith('doubtful')),
    )
  })

  test('and one in capitals only where there is such a postcode', () => {
    expect(['SWIAOAA', 'COITY', 'POOLE', 'BOITS', 'GOOLE'].map(read)).toEqual([
      'doubtful postcode SW1A 0AA',
      'malformed',
      'malformed',
      'doubtful postcode B0 1TS',
      'doubtful postcode G0 0LE',
    ])
  })

  test.each(['1 Mill St', '1 Mills', '1 Goole'])('nor is the beginning of an address: %j', (typed) =>
    expect(read(typed)).toBe('malformed'),
  )
})

describe('a small L', () => {
  test.each([
    ['Bl0 0AB', 'small-l BL0 0AB or B10 0AB, odd'],
    ['BL0 0AB l', 'postcode BL0 0AB'],
    ['Wl0 1AA', 'postcode W10 1AA'],
    ['SWlA 0AA', 'postcode SW1A 0AA'],
    ['bl0 0ab', 'small-l BL0 0AB or B10 0AB'],
    ['Bl0 0ab', 'small-l BL0 0AB or B10 0AB'],
    ['El1 1AA', 'postcode E11 1AA'],
    ['Ll1 1AA', 'small-l LL1 1AA or L11 1AA, odd'],
    ['BL0 0AB', 'postcode BL0 0AB'],
    ['B10 0AB', 'postcode B10 0AB'],
    ['BI0 0AB', 'postcode B10 0AB'],
    ['B1O OAB', 'postcode B10 0AB'],
  ])('in %j: %s', (typed, readings) => expect(read(typed)).toBe(readings))
})
