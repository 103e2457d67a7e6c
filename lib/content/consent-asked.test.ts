import { expect, test } from 'vitest'
import { consentAsked } from './consent-asked'
import { firstCampaign } from './first-campaign'

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
