import { expect, test } from 'vitest'
import { overlapWords, shareWords } from './share-in-words'

test.each([
  [0, /^Nothing in it is yours yet/],
  [0.04, /^A few words of this letter are your own/],
  [0.12, /^About a tenth of this letter is your own: offices notice/],
  [0.31, /^About a third/],
  [0.48, /^About half/],
  [0.8, /^About three quarters/],
  [0.9, /^Nearly all of this letter/],
  [1, /^This letter is all your own/],
])('a share of %d is put in kind words', (share, words) => expect(shareWords(share)).toMatch(words))

test.each([
  [0.2, null],
  [0.49, null],
  [0.6, expect.stringMatching(/^Much of this letter reads like another that went to Ann Lee/)],
  [1, expect.stringMatching(/^This letter reads the same as another that went to Ann Lee/)],
])('an overlap of %d is named only from a half on', (overlap, words) =>
  expect(overlapWords(overlap, 'Ann Lee')).toEqual(words),
)
