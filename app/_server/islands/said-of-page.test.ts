import { expect, test } from 'vitest'
import { saidOfPage } from './said-of-page'

test('what no head of the front has a tag for is refused, and not left out unseen', () => {
  expect(saidOfPage({ title: 'Your data', robots: { index: false } })).toEqual({
    title: 'Your data',
    robots: { index: false },
  })
  expect(() => saidOfPage({ title: 'Your data', keywords: ['letters'] })).toThrow('keywords')
  expect(() => saidOfPage({ robots: { index: false, follow: false } })).toThrow('follow')
})
