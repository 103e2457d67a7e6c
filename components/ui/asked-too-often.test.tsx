import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AskedTooOften } from './asked-too-often'

test.each([
  ['2026-11-26T14:05:00Z', '14:05 on 26 November 2026'],
  ['2026-07-01T23:30:00Z', '00:30 on 2 July 2026'],
])('whoever asked too often reads when they can ask again: %s', (at, words) => {
  const text = renderToStaticMarkup(<AskedTooOften retryAt={new Date(at)} />).replace(/<[^>]*>/g, '')
  expect(text).toContain(`You can ask again after ${words}.`)
})

test('of codes it does not speak of links', () => {
  const text = renderToStaticMarkup(<AskedTooOften of="proofs" retryAt={null} />).replace(/<[^>]*>/g, '')
  expect(text).toBe('One momentToo many codes and passkeys were tried for this account. Try again later.')
})
