import { shareBelowLetter } from '@/lib/writing/originality/share-for-an-office'
import type { Placing } from './placing'
import { writerWords } from './placing-words'

/** What the note below a letter is made of. */
export type NoteFacts = {
  /** The title of the campaign that helped. */
  campaign: string
  placing: Placing
  constituency: string
  /** From 0 to 1; `null` where the letter says too little to tell. */
  ownShare: number | null
}

/** Below a letter that we send: which way it came, who wrote, that a campaign helped, and how much is their own. */
export function noteBelowMail(site: string, { campaign, placing, constituency, ownShare }: NoteFacts): string {
  const writer = writerWords(placing, constituency)
  return `Sent through ${site} by ${writer}. ${helpOf(campaign)}. ${shareBelowLetter(ownShare)}`
}

/**
 * Below a letter on paper, which its writer sends themselves: there is no proof of it to look up, so that the campaign's
 * address stands there. Of a writer who has not confirmed their e-mail address nothing is said.
 */
export function noteBelowPrint(
  campaignUrl: string,
  { campaign, placing, constituency, ownShare, isConfirmed }: NoteFacts & { isConfirmed: boolean },
): string {
  const by = isConfirmed ? ` by ${writerWords(placing, constituency)}` : ''
  return `${helpOf(campaign)}, ${campaignUrl}${by && `,${by}`}. ${shareBelowLetter(ownShare)}`
}

function helpOf(campaign: string): string {
  return `Written with the help of the campaign “${campaign}”`
}
