import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEmail } from '@/lib/kernel/email-address'
import { lengthOf, oneLine } from '@/lib/kernel/text'
import { inFragment } from './filled-in'

const NOTHING = { name: '', email: '', postcode: '' }

describe('a fragment', () => {
  test('fills in what it says', () => {
    expect(inFragment('#name=Anna%20Smith&email=anna%40example.org&postcode=sw1a0aa')).toEqual({
      name: 'Anna Smith',
      email: 'anna@example.org',
      postcode: 'SW1A 0AA',
    })
  })

  test('may say some of it alone, in any order, beside what is not for it', () => {
    expect(inFragment('#x=1&postcode=EC1A+1BB')).toEqual({ ...NOTHING, postcode: 'EC1A 1BB' })
    expect(inFragment('#email=ceren@example.org&name=Ceren+%C3%96zt%C3%BCrk')).toEqual({
      ...NOTHING,
      name: 'Ceren Öztürk',
      email: 'ceren@example.org',
    })
    expect(inFragment('#name=&email=&postcode=')).toEqual(NOTHING)
    expect(inFragment('#postcode')).toEqual(NOTHING)
    expect(inFragment('')).toEqual(NOTHING)
  })

  test('whose values a mail tool has not encoded is read as far as it can be', () => {
    expect(inFragment('#name=Anna Smith&email=anna+mp@example.org&postcode=SW1A 0AA')).toEqual({
      name: 'Anna Smith',
      email: 'anna+mp@example.org',
      postcode: 'SW1A 0AA',
    })
  })

  test.each(['*|FNAME|*', '{{ contact.FIRSTNAME }}', '%%First Name%%', '[name]', '<name>', '$name$'])(
    'that a mail tool has not filled in says nothing: %s',
    (tag) => {
      const fields = new URLSearchParams({ name: tag, email: tag, postcode: tag })
      expect(inFragment(`#${fields}`)).toEqual(NOTHING)
      expect(inFragment(`#name=${tag}&email=${tag}&postcode=${tag}`)).toEqual(NOTHING)
    },
  )

  test.each([
    'www.example.com',
    'Win at https://example.com',
    'a@example.org',
    '12345',
    'x'.repeat(101),
    'x'.repeat(9000),
  ])('has no name in %s', (name) => {
    expect(inFragment(`#${new URLSearchParams({ name })}`).name).toBe('')
  })

  test('is clean whatever stands in it', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
    )
    const given = fc.oneof(
      fc.record({ name: value, email: value, postcode: value }).map((fields) => `#${new URLSearchParams(fields)}`),
      value.map((name) => `#name=${name}&email=${name}&postcode=${name}`),
    )
    fc.assert(
      fc.property(given, (hash) => {
        const { name, email, postcode } = inFragment(hash)
        expect(name).toBe(oneLine(name))
        expect(lengthOf(name)).toBeLessThanOrEqual(100)
        expect(name).not.toMatch(/[\p{Cc}<>{}]/u)
        expect(email === '' || (isEmail(email) && email.length <= 254)).toBe(true)
        expect(postcode).toMatch(/^(?:|BFPO \d*|BFPO|[A-Z\d]{2,4} \d[A-Z]{2})$/)
      }),
    )
  })
})
