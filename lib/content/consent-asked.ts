import type { ConsentKind } from './consent-kinds'

type Consent = { version: string; wording: string; kind: ConsentKind }

/** What is kept of somebody who asked for updates, and passed on: what the contacts' export and the webhooks give out. */
const NAMED = [/\bname\b/i, /e-?mail address/i, /\bpostcode\b/i, /\bconstituency\b/i, /took part/i, /\bsystems\b/i]
const ALL =
  'Kept for this, and passed on to the systems that it sends updates with: my name, e-mail address, postcode and constituency, and the fact that I took part.'

/**
 * The consent to updates as it is asked, and kept with the answer: the campaign's own wording, and what it does not name
 * of all that is kept. A wording that says too little, as those from before, has a version of its own with the rest.
 */
export function consentAsked({ version, wording, kind }: Consent): Consent {
  if (NAMED.every((each) => each.test(wording))) return { version, wording, kind }
  return { version: `${version}+all`, wording: `${wording} ${ALL}`, kind }
}
