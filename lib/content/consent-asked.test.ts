import { describe, expect, test } from 'vitest'
import { askedInFull, consentAsked, getsUpdates } from './consent-asked'
import { consentKinds } from './consent-kinds'
import { firstCampaign } from './first-campaign'
import { usualConsents } from './usual-texts'

const KEPT = [/\bname/, /e-mail address/, /postcode/, /constituency/, /took part/, /systems/]

test('the first campaign’s box names all that is kept and passed on', () => {
  const { consent } = firstCampaign.content
  expect(consentAsked(consent)).toEqual(consent)
  for (const each of KEPT) expect(consent.wording).toMatch(each)
})

test.each([
  'Yes, e-mail me updates on this campaign. I agree that the organisation that runs this site may keep my name, my e-mail address and the fact that I took part, so as to send them. I can change my mind at any time.',
  'Yes, tell me more.',
])('a wording that names too little is asked with the rest, under a version of its own: %.30s', (wording) => {
  const asked = consentAsked({ version: '2026-11', wording, kind: 'box' })
  expect(asked.version).toBe('2026-11+all')
  expect(asked.wording.startsWith(wording)).toBe(true)
  for (const each of KEPT) expect(asked.wording).toMatch(each)
})

test.each(consentKinds)('the usual wording for %s names all that is kept, in at most 600 characters', (kind) => {
  const asked = consentAsked({ version: '1', wording: usualConsents[kind], kind, ...charity })
  expect(asked.version).toBe('1')
  expect(usualConsents[kind].length).toBeLessThanOrEqual(600)
})

const charity = { charityName: 'Book Aid', charityNumber: '1234567', charityDeclared: true }

describe('the soft opt-in', () => {
  const asked = consentAsked({ version: '1', wording: usualConsents['soft-opt-in'], kind: 'soft-opt-in', ...charity })

  test('is asked, and kept, with the charity, its number and the box that refuses', () => {
    expect(askedInFull(asked)).toContain(
      'The news comes from Book Aid, registered charity number 1234567. [ ] Do not e-mail me news from Book Aid',
    )
  })

  test.each([
    ['', '1', true],
    ['no', '1', false],
    // A box of another time was ticked, or this one was not shown: nothing says that they could have refused.
    ['yes', '1', false],
    ['', '', false],
    ['', '0', false],
  ] as const)('answered “%s” where “%s” was shown gets updates: %s', (updates, refusable, gets) => {
    expect(getsUpdates(asked, { updates, refusable })).toBe(gets)
  })

  test.each(['box', 'choice'] as const)('asked by %s, silence is no', (kind) => {
    const other = consentAsked({ version: '1', wording: 'Yes.', kind })
    expect(getsUpdates(other, { updates: '', refusable: other.version })).toBe(false)
    expect(getsUpdates(other, { updates: 'yes', refusable: '' })).toBe(true)
  })
})
