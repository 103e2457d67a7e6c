import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  counted,
  firstWords,
  grouped,
  lengthOf,
  longDate,
  manyLines,
  oneLine,
  shortDate,
  timeAndDate,
  wordCount,
} from './text'

const FAMILY = '👩‍👩‍👧'
const ENGLAND = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'

describe('one line', () => {
  test.each([
    [
      'line ends of every kind',
      'Anna\r\nBcc: all@example.org\rx\ny\u2028z\u2029w\u0085v',
      'Anna Bcc: all@example.org x y z w v',
    ],
    ['control characters', 'An\u0000na\u0007 \u001b[31mSark\u007fissian\u009b', 'An na [31mSark issian'],
    ['tabs, vertical tabs and form feeds', 'a\tb\vc\fd', 'a b c d'],
    ['spaces of every kind, doubled, at both ends', ' \u00a0 a \u3000\u2003 b \u202f', 'a b'],
    ['direction overrides and isolates', 'a\u202egro.live\u202c\u2066b\u2069\u202ac\u202bd\u202d', 'agro.livebcd'],
    ['a byte-order mark', '\ufeffAnna', 'Anna'],
    ['a half of a character', 'a\ud83db\udc00', 'ab'],
  ])('is cleared of %s', (_what, typed, line) => expect(oneLine(typed)).toBe(line))

  test.each([
    ['emoji', `Anna ${FAMILY} ${ENGLAND} 🏳️‍🌈`],
    ['right-to-left text with its marks', 'שלום \u200fعليكم\u200e 12'],
    ['accents and other scripts', 'Órfhlaith Ní Bhriain, Նարինե, 王'],
    ['what only looks dangerous', '<b>"O’Neill" & Sons; --</b>'],
  ])('keeps %s', (_what, typed) => expect(oneLine(typed)).toBe(typed))

  test('writes an accent in one way, however it was typed', () => expect(oneLine('Ze\u0301lie')).toBe('Z\u00e9lie'))
})

describe('several lines', () => {
  test.each([
    ['Windows and old Mac line ends', 'a\r\nb\rc\nd\u2028e\u2029f', 'a\nb\nc\nd\ne\nf'],
    ['more than one empty line', 'a\r\n\r\n\r\n\r\nb', 'a\n\nb'],
    ['empty lines that hold spaces', 'a\n \n\t\n \nb', 'a\n\nb'],
    ['spaces at the ends of lines, and empty ends', '\n\n a  \nb\t\u00a0\n\n', 'a\nb'],
    ['control and direction characters', 'a\u0000b\u202ec\u0008', 'a bc'],
  ])('tidies %s', (_what, typed, text) => expect(manyLines(typed)).toBe(text))

  test('keeps what is indented, doubled inside a line, emoji and right-to-left text', () => {
    const text = `a\n  b  c\n\n${FAMILY} שלום`
    expect(manyLines(text)).toBe(text)
  })
})

test('marks piled on one letter are cut at 30, however many there are and in whatever order', () => {
  const piled = oneLine(`q${'\u0301\u0323'.repeat(12_000)}x`)
  expect(piled).toHaveLength(32)
  expect(manyLines(`q${'\u0323'.repeat(30)}x`)).toBe(`q${'\u0323'.repeat(30)}x`)
})

describe('whatever is typed', () => {
  const typed = fc.string({
    unit: fc.constantFrom('a', ' ', '\t', '\u00a0', '\n', '\r', '\u2028', '\0', '\ud83d', 'é'),
    maxLength: 40,
  })

  test('several lines have no blank at an end, no two empty lines, and stay as they are when cleaned again', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const clean = manyLines(text)
        for (const line of clean.split('\n')) expect(line).toBe(line.trimEnd())
        expect(clean).not.toContain('\n\n\n')
        expect(clean.trim()).toBe(clean)
        expect(manyLines(clean)).toBe(clean)
      }),
    )
  })

  test('one line has no line end, and stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(oneLine(text)).toMatch(/^(\S+( \S+)*)?$/)
        expect(oneLine(oneLine(text))).toBe(oneLine(text))
      }),
    )
  })
})

test.each([
  ['', 0],
  ['Anna', 4],
  ['Zélie', 5],
  ['👍👍', 2],
  [FAMILY, 5],
])('the length of "%s" is %i', (text, length) => expect(lengthOf(text)).toBe(length))

test.each([
  ['', 0],
  ['   ', 0],
  ['Please act — now.', 3],
  ['I don’t\nknow 42 reasons', 5],
  ['... !! --', 0],
])('"%s" has %i words', (text, words) => expect(wordCount(text)).toBe(words))

describe('dates are London’s', () => {
  test.each([
    ['2020-10-06T00:00:00Z', '6 October 2020'],
    ['2026-07-01T22:59:59Z', '1 July 2026'],
    ['2026-07-01T23:00:00Z', '2 July 2026'],
    ['2026-12-31T23:59:59Z', '31 December 2026'],
  ])('%s is %s', (date, shown) => expect(longDate(new Date(date))).toBe(shown))

  test.each([
    ['2020-10-06T13:05:00Z', '14:05 on 6 October 2020'],
    ['2026-12-31T00:00:00Z', '00:00 on 31 December 2026'],
    ['2026-03-29T01:00:00Z', '02:00 on 29 March 2026'],
    ['2026-10-25T00:59:00Z', '01:59 on 25 October 2026'],
    ['2026-10-25T01:00:00Z', '01:00 on 25 October 2026'],
  ])('%s is %s', (date, shown) => expect(timeAndDate(new Date(date))).toBe(shown))
})

test('counts are grouped, and their words agree', () => {
  expect(grouped(1234567)).toBe('1,234,567')
  expect([0, 1, 2, 1000].map((count) => counted(count, 'letter'))).toEqual([
    '0 letters',
    '1 letter',
    '2 letters',
    '1,000 letters',
  ])
  expect(counted(650, 'constituency', 'constituencies')).toBe('650 constituencies')
  expect(counted(1, 'constituency', 'constituencies')).toBe('1 constituency')
})

describe('cleaning what was cleaned changes nothing: what is shown to be checked is what is sent', () => {
  // What cleaning takes out, between what it puts together: letters with marks, halves of a character, line ends.
  const pieces = [
    'a',
    'e',
    '\u0301',
    '\u0308',
    '\u0323',
    '\u0344',
    '가',
    '\u1100',
    '\u1161',
    '\u11a8',
    ' ',
    '\n',
    '\r',
  ].concat([
    '\u202a',
    '\u2066',
    '\u200f',
    '\u0007',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\u00a0',
    '\u2000',
    '\ud83d',
    '\udc00',
    '👩',
    '\u0340',
  ])
  const text = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((each) => each.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
    // More marks than are kept, in two heaps.
    fc
      .tuple(fc.constantFrom('\u0301', '\u0344', '\u0323'), fc.nat(40), fc.constantFrom(...pieces), fc.nat(40))
      .map(([mark, first, between, then]) => `e${mark.repeat(first)}${between}${mark.repeat(then)}x`),
  )

  test.each([
    ['one line', oneLine],
    ['many lines', manyLines],
  ])('%s', (_what, clean) => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(clean(clean(typed))).toBe(clean(typed))
      }),
      { numRuns: 2000 },
    )
  })

  test('nor does what a browser makes of line ends in between', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const shown = manyLines(typed)
        expect(manyLines(shown.replaceAll('\n', '\r\n'))).toBe(shown)
        expect(manyLines(typed.replace(/\r\n?|\n/g, '\r\n'))).toBe(shown)
      }),
      { numRuns: 2000 },
    )
  })
})

test('a day in short is that of London', () => expect(shortDate(new Date('2026-09-30T23:30:00Z'))).toBe('1 Oct 2026'))

test('a text is told by its first words, never by half of one, and whole where it is short', () => {
  expect(firstWords('I write about Artsakh.')).toBe('I write about Artsakh.')
  const long = 'I write as a constituent about the people of Artsakh who were driven from their homes.'
  expect(firstWords(long)).toBe('I write as a constituent about the people of Artsakh who …')
  expect(firstWords('m'.repeat(70))).toBe(`${'m'.repeat(60)} …`)
})

test('what is clean as it stands comes out as it does on the long way, which one emoji takes', () => {
  const ranges: [number, number][] = [
    [0x09, 0x0a],
    [0x20, 0x7e],
    [0xa0, 0x2ff],
    [0x2010, 0x2027],
    [0x20ac, 0x20ac],
  ]
  const sign = fc
    .oneof(...ranges.map(([least, most]) => fc.integer({ min: least, max: most })))
    .map(String.fromCharCode)
  fc.assert(
    fc.property(fc.string({ unit: sign }), (text) => {
      expect(oneLine(`a${text}b🙂`)).toBe(`${oneLine(`a${text}b`)}🙂`)
      expect(manyLines(`a${text}b🙂`)).toBe(`${manyLines(`a${text}b`)}🙂`)
    }),
  )
})
