import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareBelowLetter, shareInNumbers } from './share-for-an-office'

test.each([
  [null, /^Not told: the letter has too few different words/, /^It has too few different words for us to say/],
  [0, /^0% of the text is the writer’s own:/, /^Its wording is the campaign’s\.$/],
  [0.001, /^1% /, /^Nearly all of its wording is the campaign’s\.$/],
  [0.31, /^31% /, /^About a third of its wording is their own\.$/],
  [0.9, /^90% /, /^Nearly all of its wording is their own\.$/],
  [0.999, /^99% /, /^Nearly all of its wording is their own\.$/],
  [1, /^100% /, /^All of its wording is their own\.$/],
])('a share of %s is told to an office in numbers and below the letter', (share, numbers, below) => {
  expect(shareInNumbers(share)).toMatch(numbers)
  expect(shareBelowLetter(share)).toMatch(below)
})

test('none is said of nothing but none, and all of nothing but all', () =>
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true, minExcluded: true, maxExcluded: true }), (share) => {
      expect(shareInNumbers(share)).not.toMatch(/^(0|100) %/)
      expect(shareBelowLetter(share)).not.toMatch(/^(Its|All of its) wording/)
    }),
  ))
