import { expect, test } from 'vitest'
import { paceWords } from './pace'

test.each([
  [{ supporters: 3319, lastDay: 312 }, '312 in the last 24 hours'],
  [{ supporters: 30_000, lastDay: 1500 }, '1,500 in the last 24 hours'],
  [{ supporters: 11, lastDay: 10 }, '10 in the last 24 hours'],
  [{ supporters: 2000, lastDay: 10 }, '10 in the last 24 hours'],
])('of %j it says “%s”', (counts, words) => expect(paceWords(counts)).toBe(words))

test.each([
  ['fewer than ten', { supporters: 300, lastDay: 9 }],
  ['nobody', { supporters: 0, lastDay: 0 }],
  ['everybody, as on the first day', { supporters: 40, lastDay: 40 }],
  ['hardly anybody of so many', { supporters: 2001, lastDay: 10 }],
])('it says nothing of %s', (_what, counts) => expect(paceWords(counts)).toBeNull())
