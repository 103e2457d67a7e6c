import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emailFault, emailFaultWords, emailIn, typedEmail } from './email-address'

const word = fc.string({ unit: fc.constantFrom(...'abcXYZ019-+_'), minLength: 1, maxLength: 12 })
const label = fc.string({ unit: fc.constantFrom(...'abcXYZ019'), minLength: 1, maxLength: 12 })
const dotted = (part: fc.Arbitrary<string>) =>
  fc.array(part, { minLength: 1, maxLength: 3 }).map((all) => all.join('.'))
const email = fc
  .tuple(dotted(word), dotted(label), fc.constantFrom('org', 'co.uk', 'museum'))
  .map(([local, domain, end]) => `${local}@${domain}.${end}`)
/** Of those that a person sees nothing of. */
const invisible = fc.constantFrom(
  ...['\u00ad', '\u034f', '\u061c', '\u180e', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u202a', '\u202e'],
  ...['\u2060', '\u2063', '\u2066', '\u2069', '\ufe0f', '\ufeff'],
)
const messagesOf = (typed: string) =>
  typedEmail('Missing')
    .safeParse(typed)
    .error?.issues.map(({ message }) => message) ?? []

describe('an address', () => {
  test('is read as it was typed', () => {
    fc.assert(
      fc.property(email, (one) => {
        expect([emailIn(one), emailFault(one)]).toEqual([one, null])
      }),
    )
  })

  test('is read through whatever nobody sees, wherever it stands', () => {
    fc.assert(
      fc.property(email, fc.array(fc.tuple(fc.nat(60), invisible), { maxLength: 5 }), (one, marks) => {
        const letters = [...one]
        for (const [at, mark] of marks) letters.splice(at, 0, mark)
        expect(emailIn(letters.join(''))).toBe(one)
      }),
    )
  })

  test('is read in letters of full width, as keyboards of East Asia write them', () => {
    expect(emailIn('ａｎｎ＠ｅｘａｍｐｌｅ．ｏｒｇ')).toBe('ann@example.org')
    expect(emailIn('ann＠example.org')).toBe('ann@example.org')
  })

  test('is found beside a name, in a link, and with what a list of them leaves behind it', () => {
    fc.assert(
      fc.property(email, fc.string({ maxLength: 20 }), (one, name) => {
        for (const typed of [
          ` ${one}\r\n`,
          `<${one}>`,
          `${name} <${one}>`,
          `"Smith, Ann" <${one}>;`,
          `mailto:${one}`,
          `MAILTO:${encodeURIComponent(one)}?subject=Hello`,
          `Ann <mailto:${one}>`,
          `${one},`,
        ])
          expect(emailIn(typed), typed).toBe(one)
      }),
    )
  })

  test('of any text at all is read once: what was read is read as the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const read = emailIn(typed)
        if (emailFault(read) === null) expect(emailIn(read)).toBe(read)
      }),
    )
  })
})

describe('what is wrong has its own sentence, said once', () => {
  test.each(['.ann@example.org', 'ann.@example.org', 'ann..x@example.org', 'ann@.example.org', 'ann@example..org'])(
    '%s has a dot out of place',
    (typed) => expect(messagesOf(typed)).toEqual([emailFaultWords.dots]),
  )

  test('ann@example.org. has too', () => expect(messagesOf('ann@example.org.')).toEqual([emailFaultWords.dots]))

  test.each(['ann@bücher.example', 'jörg@example.org', 'анна@example.org', '佐藤@例え.jp', '.jörg@example.org'])(
    '%s has letters that we cannot write to',
    (typed) => expect(messagesOf(typed)).toEqual([emailFaultWords.letters]),
  )

  test.each(['ann', 'ann@', '@example.org', 'ann@b@c.org', 'ann x@example.org', 'ann@example', 'é', '...', 'a@b.c'])(
    '%s is none',
    (typed) => expect(messagesOf(typed)).toEqual([emailFaultWords.form]),
  )

  test.each(['', ' ', '\u200b', '<>', 'mailto:'])('%j is missing', (typed) =>
    expect(messagesOf(typed)).toEqual(['Missing']),
  )

  test('of a text without letters beyond ASCII and dots together, none is said but that of its form', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const fault = emailFault(emailIn(typed))
        expect(fault).not.toBe('letters')
        if (fault === 'dots') expect(typed).toContain('.')
      }),
    )
  })
})

test('a domain without a dot is one where that is said, and only there', () => {
  expect(emailFault('admin@localhost', { dotless: true })).toBeNull()
  expect(emailFault('admin@localhost')).toBe('form')
  expect(emailFault('admin@localhost.', { dotless: true })).toBe('dots')
})
