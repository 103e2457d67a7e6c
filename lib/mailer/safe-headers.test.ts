import { describe, expect, test } from 'vitest'
import type { Message } from '@/lib/kernel/transport'
import { assertSafe, namedAddress } from './safe-headers'

const GOOD: Message = {
  key: 'one',
  to: 'anna@example.org',
  from: '"Dear MP" <letters@example.org>',
  replyTo: 'ben@example.org',
  subject: 'Hello',
  text: 'Two\nlines',
  html: '<p>Two\nlines</p>',
  headers: { 'List-Unsubscribe': '<https://example.org/x>' },
}

describe('a message', () => {
  test('to one address, with one line in each header, is safe', () => {
    expect(() => assertSafe(GOOD)).not.toThrow()
    expect(() => assertSafe({ ...GOOD, replyTo: null, to: "o'neill+tag@sub.example.co.uk" })).not.toThrow()
  })

  test.each([
    ['no address', ''],
    ['no domain', 'anna'],
    ['two addresses', 'anna@example.org,ben@example.org'],
    ['two with a semicolon', 'anna@example.org;ben@example.org'],
    ['two with a space', 'anna@example.org ben@example.org'],
    ['a line end', 'anna@example.org\r\nBcc: ben@example.org'],
    ['a carriage return', 'anna@example.org\rBcc:x@y.z'],
    ['a line feed at the end', 'anna@example.org\n'],
    ['a zero', 'anna@example.org\0'],
    ['a name', 'Anna <anna@example.org>'],
    ['angle brackets', '<anna@example.org>'],
    ['a group', 'all:anna@example.org;'],
    ['a comment', 'anna(x)@example.org'],
    ['a quoted part', '"anna b"@example.org'],
    ['an address as its domain', 'anna@[127.0.0.1]'],
    ['a second @', 'anna@ben@example.org'],
  ])('is refused to %s', (_what, to) => expect(() => assertSafe({ ...GOOD, to })).toThrow('one plain address'))

  test.each([
    ['From', { from: '"A"\r\nBcc: x@y.z <l@example.org>' }],
    ['Reply-To', { replyTo: 'ben@example.org\nBcc: x@y.z' }],
    ['Subject', { subject: 'Hello\rBcc: x@y.z' }],
    ['Subject', { subject: 'Hello\0' }],
    ['another header', { headers: { 'List-Unsubscribe': '<x>\r\nBcc: x@y.z' } }],
    ['a header’s name', { headers: { 'X\r\nBcc': 'x@y.z' } }],
  ])('is refused with a line end in %s', (_header, part) =>
    expect(() => assertSafe({ ...GOOD, ...part })).toThrow('one line'),
  )
})

describe('a name with an address', () => {
  test.each([
    ['Anna Smith', '"Anna Smith" <l@example.org>'],
    ['Órfhlaith O’Neill', '"Órfhlaith O’Neill" <l@example.org>'],
    ['Smith, Anna <x@y.z>; (all)', '"Smith, Anna <x@y.z>; (all)" <l@example.org>'],
    ['Anna "Annie" Sm\\ith', `"Anna 'Annie' Sm'ith" <l@example.org>`],
    ['Anna"\r\nBcc: x@y.z', `"Anna' Bcc: x@y.z" <l@example.org>`],
    ['\r\n', 'l@example.org'],
    ['', 'l@example.org'],
  ])('of %j is %s', (name, header) => {
    expect(namedAddress(name, 'l@example.org')).toBe(header)
    expect(() => assertSafe({ ...GOOD, from: header })).not.toThrow()
  })
})
