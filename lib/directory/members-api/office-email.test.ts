import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { emailAmong } from './office-email'

const parliament = (email: string | null) => ({ type: 'Parliamentary office', typeId: 1, isWebAddress: false, email })
const constituency = (email: string | null) => ({ type: 'Constituency office', typeId: 4, isWebAddress: false, email })

describe('the e-mail of a member is', () => {
  test.each([
    ['the parliamentary office’s', [constituency('c@example.org'), parliament('p@parliament.uk')], 'p@parliament.uk'],
    ['else the constituency office’s', [parliament(null), constituency('c@example.org')], 'c@example.org'],
    ['on whichever domain, as it stands there', [parliament(' Bayo@BayoAlaba.com ')], 'Bayo@BayoAlaba.com'],
    [
      'of a second office, where the first gives none',
      [constituency(''), constituency('c@example.org')],
      'c@example.org',
    ],
    ['not a malformed one', [parliament('ann.parliament.uk'), constituency('c@example.org')], 'c@example.org'],
    ['not two in one', [parliament('a@parliament.uk; b@parliament.uk')], null],
    ['not a web form', [parliament('https://example.org/contact')], null],
    ['not what is said to be a web address', [{ ...parliament('p@parliament.uk'), isWebAddress: true }], null],
    ['not of another office', [{ type: 'Departmental', typeId: 2, isWebAddress: false, email: 'd@gov.uk' }], null],
    ['not made up', [], null],
  ])('%s', (_what, details, email) => expect(emailAmong(details)).toBe(email))

  const recorded = '../shared/data/api/member_4514_contact.json'
  test.skipIf(!existsSync(recorded))(`read from a recorded answer (skipped where ${recorded} is absent)`, () => {
    expect(emailAmong(JSON.parse(readFileSync(recorded, 'utf8')).value)).toBe('keir.starmer.mp@parliament.uk')
  })
})
