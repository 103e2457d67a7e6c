import { expect, test } from 'vitest'
import { shareWords } from './share-words'

const seats = [
  { code: 'E1', name: 'Sevenoaks' },
  { code: 'E2', name: 'Tonbridge' },
]

test('where most addresses of a split postcode are is said first, with the counts', () =>
  expect(
    shareWords(
      seats,
      new Map([
        ['E1', 2],
        ['E2', 1298],
      ]),
    ),
  ).toBe(
    'Most addresses of this postcode are in Tonbridge. Of the 1,300 that our list has, it places 1,298 in Tonbridge and 2 in Sevenoaks; not each of them is a home.',
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
  ).toBe('Of the 14 that our list has, it places 7 in Sevenoaks and 7 in Tonbridge; not each of them is a home.'))
