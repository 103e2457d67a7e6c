import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlapWords, percentOf, shareWords } from './share-in-words'

/** Sixty different words. */
const LETTER = Array.from({ length: 60 }, (_, at) => 'ab'.repeat(at + 1)).join(' ')
const TOO_LITTLE = /^A few sentences in your own words make a letter/

test.each([
  [0, /^Nothing in it is yours yet/],
  [0.04, /^A few words of this letter are your own/],
  [0.12, /^About a tenth of this letter is your own: offices notice/],
  [0.31, /^About a third/],
  [0.48, /^About half/],
  [0.8, /^About three quarters/],
  [0.9, /^Nearly all of this letter/],
  [0.96, /^Nearly all of this letter/],
  [0.999, /^Nearly all of this letter/],
  [1, /^This letter is all your own/],
])('a share of %d is put in kind words', (share, words) => expect(shareWords(share, LETTER)).toMatch(words))

test.each([
  [0.2, null],
  [0.49, null],
  [0.6, expect.stringMatching(/^Much of this letter reads like another that went to Ann Lee/)],
  [1, expect.stringMatching(/^This letter reads the same as another that went to Ann Lee/)],
])('an overlap of %d is named only from a half on', (overlap, words) =>
  expect(overlapWords(overlap, 'Ann Lee')).toEqual(words),
)

test.each([
  ['nothing', ''],
  ['one word', 'Stop.'],
  ['one word again and again', 'word '.repeat(2500)],
  ['one word in many dresses', 'Stop! STOP? “stop”, Stop’ '.repeat(100)],
  ['numbers', Array.from({ length: 500 }, (_, at) => at).join(' ')],
  ['a paragraph nine times', `${LETTER}\n\n`.repeat(9)],
  ['a letter and then one word', `${LETTER} ${'word '.repeat(2000)}`],
])('no share is told of %s', (_, body) => expect(shareWords(1, body)).toMatch(TOO_LITTLE))

test('a share is told of any body from sixty different words on, however they stand in it, and of no other', () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 60, maxLength: 90 })
  fc.assert(
    fc.property(words, fc.constantFrom(' ', '\n', ', ', ' – '), fc.boolean(), (all, between, twice) => {
      const body = (twice ? [...all, ...all] : all).join(between)
      expect(shareWords(1, body)).toMatch(/^This letter is all your own/)
      expect(shareWords(1, all.slice(0, 59).join(between))).toMatch(TOO_LITTLE)
    }),
  )
})

test('the share beside the box and the words under it agree on what is none and what is all', () =>
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      expect(percentOf(share) === 0).toBe(shareWords(share, LETTER).startsWith('Nothing in it'))
      expect(percentOf(share) === 100).toBe(shareWords(share, LETTER).startsWith('This letter is all'))
    }),
  ))
