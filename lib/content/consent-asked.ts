import type { CampaignContent } from './content'

type Consent = CampaignContent['consent']

/** What a supporter is asked: its wording, and where the box below refuses, what stands at that. */
export type ConsentAsked = Pick<Consent, 'version' | 'wording' | 'kind'> & { refusal?: string }

/** What is kept of somebody who gets updates, and passed on: what the contacts' export and the webhooks give out. */
const NAMED = [/\bname\b/i, /e-?mail address/i, /\bpostcode\b/i, /\bconstituency\b/i, /took part/i, /\bsystems\b/i]
const ALL =
  'Kept for this, and passed on to the systems that it sends updates with: my name, e-mail address, postcode and constituency, and the fact that I took part.'

/**
 * The consent to updates as it is asked, and kept with the answer: the campaign's own wording, and what it does not name
 * of all that is kept. A wording that says too little, as those from before, has a version of its own with the rest. The
 * soft opt-in names the charity, and what refuses it is ours: a box that says "Yes" would refuse as well.
 */
export function consentAsked({ version, wording, kind, charityName, charityNumber }: Consent): ConsentAsked {
  const named = NAMED.every((each) => each.test(wording))
  const asked = named ? { version, wording, kind } : { version: `${version}+all`, wording: `${wording} ${ALL}`, kind }
  if (kind !== 'soft-opt-in') return asked
  return {
    ...asked,
    wording: `${asked.wording} The news comes from ${charityName}, registered charity number ${charityNumber}.`,
    refusal: `Do not e-mail me news from ${charityName}`,
  }
}

/** All that was read, in one: what is kept with the answer. */
export function askedInFull({ wording, refusal }: ConsentAsked): string {
  return refusal ? `${wording} [ ] ${refusal}` : wording
}

/** What somebody has answered, and which wording it was that could be refused: empty where none was shown. */
type Answered = { updates: '' | 'yes' | 'no'; refusable: string }

/**
 * Whether somebody gets updates. Silence counts only for the soft opt-in, and only where this very wording was shown with
 * its box: a campaign may have asked in another way when the form was opened.
 */
export function getsUpdates({ kind, version }: ConsentAsked, { updates, refusable }: Answered): boolean {
  return kind === 'soft-opt-in' ? updates === '' && refusable === version : updates === 'yes'
}
