import { describe, expect, test } from 'vitest'
import { canonicalEmail, identityOf } from './identity'

describe('the canonical form of an e-mail address', () => {
  test.each([
    ['is in small letters, without spaces around it', '  Anna.Smith@Example.ORG ', 'anna.smith@example.org'],
    ['loses dots where the provider ignores them', 'A.n.n.a@gmail.com', 'anna@gmail.com'],
    ['loses a tag where the provider ignores it', 'anna+news+more@gmail.com', 'anna@gmail.com'],
    ['names Googlemail Gmail', 'An.na+x@GoogleMail.com', 'anna@gmail.com'],
    ['names both names of Proton alike', 'anna+x@pm.me', 'anna@proton.me'],
    ['loses a tag at Outlook, but keeps dots', 'an.na+x@hotmail.co.uk', 'an.na@hotmail.co.uk'],
    ['keeps dots and tags elsewhere', 'an.na+x@example.org', 'an.na+x@example.org'],
    ['takes the last @ for the one that parts it', '"a@b"@gmail.com', '"a@b"@gmail.com'],
  ])('%s: %s', (_how, email, canonical) => expect(canonicalEmail(email)).toBe(canonical))

  test('does not lose dots of a provider whose name only ends alike', () => {
    expect(canonicalEmail('an.na+x@notgmail.com')).toBe('an.na+x@notgmail.com')
    expect(canonicalEmail('an.na+x@gmail.com.example.org')).toBe('an.na+x@gmail.com.example.org')
  })
})

describe('a person is the same', () => {
  const anna = identityOf('anna@gmail.com', 'Anna O’Néill-Smith')
  test.each([
    ['in another case', 'anna@gmail.com', 'ANNA O’NÉILL-SMITH'],
    ['with other spaces', 'anna@gmail.com', '  Anna\u00a0 O’Néill  Smith '],
    ['without accents', 'anna@gmail.com', 'Anna O’Neill-Smith'],
    ['with accents written as two characters', 'anna@gmail.com', 'Anna O’Ne\u0301ill-Smith'],
    ['with another apostrophe or hyphen', 'anna@gmail.com', "Anna O'Néill‐Smith"],
    ['with a full stop', 'anna@gmail.com', 'Anna O’Néill-Smith.'],
    ['in wide letters', 'anna@gmail.com', 'Ａｎｎａ O’Néill-Smith'],
    ['with another spelling of the address', 'A.nna+campaign@googlemail.com', 'Anna O’Néill-Smith'],
  ])('%s', (_how, email, name) => expect(identityOf(email, name)).toBe(anna))
})

describe('a person is another', () => {
  test.each([
    ['with another name at the same address', 'anna@gmail.com', 'Ben Smith'],
    ['with the same name at another address', 'anna@example.org', 'Anna Smith'],
    ['with a name that is parted otherwise', 'anna@gmail.com', 'Ann Asmith'],
  ])('%s', (_how, email, name) => expect(identityOf(email, name)).not.toBe(identityOf('anna@gmail.com', 'Anna Smith')))

  test('with a name in another script, which is kept whole', () => {
    expect(identityOf('a@b.org', 'Նարինե')).not.toBe(identityOf('a@b.org', 'Արամ'))
  })
})
