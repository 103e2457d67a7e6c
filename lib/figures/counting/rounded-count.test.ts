import { expect, test } from 'vitest'
import { countStep, countWords } from './rounded-count'

test.each([
  [0, 0],
  [1, 1],
  [99, 99],
  [100, 100],
  [109, 100],
  [110, 110],
  [1294, 1200],
  [99_999, 99_000],
  [100_000, 100_000],
])('of %i supporters a picture tells of %i', (supporters, step) => expect(countStep(supporters)).toBe(step))

test.each([
  [0, 'Be the first to write'],
  [1, '1 person has written'],
  [37, '37 people have written'],
  [1200, '1,200 people have written'],
  [1294, 'More than 1,200 people have written'],
])('in words, %i is "%s"', (supporters, words) => expect(countWords(supporters)).toBe(words))
