import { expect, test } from 'vitest'
import { greetingWords, ownSeatWords } from './own-seat'

const bath = (supporters: number | 'under 5' | null) => ({ name: 'Bath', supporters })

test('of one’s own seat it is said how many have written, from five on', () =>
  expect(ownSeatWords(bath(5))).toBe('5 people in Bath have written'))

test.each(['under 5', 0, 4, null] as const)('nothing is said of a seat with %s', (supporters) =>
  expect(ownSeatWords(bath(supporters))).toBeNull(),
)

test.each([
  [1234, 'reached', 'One of 1,234 people in Bath who have written asks you to write too.'],
  [5, 'left-out', 'One of 5 people in Bath who have written asks you to write too.'],
  ['under 5', 'reached', 'Somebody in Bath has written, and asks you to write too.'],
] as const)('whoever comes by a link from a seat with %s is greeted by those who wrote', (supporters, masking, words) =>
  expect(greetingWords(bath(supporters), masking)).toBe(words),
)

// A link can be passed on before its writer has confirmed, and an address can be made up.
test.each([
  [0, 'reached'],
  ['under 5', 'among-all'],
  [null, 'left-out'],
] as const)('where nobody may know of a writer (%s, %s), none is told of', (supporters, masking) =>
  expect(greetingWords(bath(supporters), masking)).toBe('This was passed on from Bath, to ask you to write too.'),
)
