import { expect, test } from 'vitest'
import { shareWords } from './share-words'

const seats = [
  { code: 'E1', name: 'Sevenoaks' },
  { code: 'E2', name: 'Tonbridge' },
]

test('where most addresses of a split postcode are is said, with the count', () =>
  expect(
    shareWords(
      seats,
      new Map([
        ['E1', 2],
        ['E2', 1298],
      ]),
    ),
  ).toBe(
    'Most addresses of this postcode are in Tonbridge: 1,298 of the 1,300 that our list has. Some may be no homes.',
  ))

test('where none has most, the counts are said alone', () =>
  expect(
    shareWords(
      seats,
      new Map([
        ['E1', 7],
        ['E2', 7],
      ]),
    ),
  ).toBe('Of the addresses of this postcode our list has 7 in Sevenoaks and 7 in Tonbridge. Some may be no homes.'))
