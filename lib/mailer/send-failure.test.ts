import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutAddresses } from './send-failure'

describe('of what a mail service says', () => {
  test.each([
    ['550 <anna@example.org>: no such user (anna@example.org)', '550 <…>: no such user (…)'],
    ['Unknown\r\n\tuser: anna@example.org,ben@example.org\u0007', 'Unknown user: …,…'],
    ['at 12:00 @ home, or a@', 'at 12:00 @ home, or a@'],
    ['', ''],
  ])('%j keeps %j', (said, kept) => expect(withoutAddresses(said)).toBe(kept))

  test('at most 300 characters are kept, and no part of an address', () => {
    const word = fc.constantFrom('refused', 'anna.of.the.long.name@mail.example.org', `${'x'.repeat(400)}@example.org`)
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const kept = withoutAddresses(words.join(' '))
        expect(kept.length).toBeLessThanOrEqual(300)
        expect(kept).toMatch(/^[a-z… ]*$/)
        expect(kept).not.toMatch(/anna|xx/)
      }),
    )
  })

  test('an address without an end is none of it', () => {
    for (const said of ['a'.repeat(20_000), `${'a'.repeat(1199)}@example.org`, `${'a'.repeat(1195)}@b.c`]) {
      expect(withoutAddresses(said)).toBe('…')
    }
  })
})
