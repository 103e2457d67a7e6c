import { expect, test } from 'vitest'
import { wrap } from './wrap'

test('wrap breaks between words at 72 characters and indents what follows', () => {
  const lines = wrap('word '.repeat(40).trim(), '  ').split('\n')
  expect(lines.every((line) => line.length <= 72)).toBe(true)
  expect(lines.slice(1).every((line) => line.startsWith('  word'))).toBe(true)
})

test('wrap keeps an address whole, however long', () => {
  const url = `https://example.org/${'a'.repeat(90)}`
  expect(wrap(`See ${url} now`)).toBe(`See\n${url}\nnow`)
})
