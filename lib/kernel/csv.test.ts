import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvLines } from './csv'

const cellOf = (text: string) => parse(csvLines([[text]]))[0]?.[0]

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '=',
  "=cmd|'/c calc'!A0",
])('%j begins no formula, and is still all there', (text) => expect(cellOf(text)).toBe(`'${text}`))

test.each([
  'Anna Sarkissian',
  'a "quoted", text\nof lines\r\nand more',
  'Zoë 👩‍👩‍👧 Ó',
  'שרה כהן',
  'مريم',
  "O'Hara",
  '1=1',
  ' =1',
  '',
])('%j stays as it is', (text) => expect(cellOf(text)).toBe(text))

test('lines end as RFC 4180 has it, quotes are doubled, and a number below zero is one', () =>
  expect(
    csvLines([
      ['a "b"', -1],
      ['c', 2],
    ]),
  ).toBe('"a ""b""",-1\r\n"c",2\r\n'))
