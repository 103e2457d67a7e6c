import { consentAsked } from '@/lib/content/consent-asked'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { MpGroup } from '@/lib/content/mp-groups'
import { findSeat, type Seat } from '@/lib/directory/lookup'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { makeLink } from '@/lib/kernel/secrets/tokens'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'
import type { SupporterDetails } from '@/lib/supporters/input'
import { signUp } from '@/lib/supporters/sign-up'
import { measureLetter } from '@/lib/writing/originality/measure'
import { keepUsed } from '@/lib/writing/wordings/record-used'
import type { Wording } from '@/lib/writing/wordings/wording'
import type { LetterWords } from './input'
import { sendConfirmationJob } from './jobs'
import type { Placing } from './proof/placing'
import { originOf } from './review/origin-hash'
import { type LetterText, sealText } from './sealed-text'
import { storeNewLetter } from './store-new'

/** A letter that can be taken: all that its writer typed and chose, parsed once. */
export type SoundLetter = {
  constituencyCode: string
  postcode: string
  /** How the two agree: judged now, and kept. */
  placing: Placing
  asks: string[]
  wording: Wording
  /** Ids of the questions that were answered in own words. */
  answered: string[]
  /** Under which the wording was given; empty where it was not. */
  givenId: string
  /** The group of MPs that the seat is in, whose content the asks and the wording are of. */
  group: MpGroup | null
  words: LetterWords
  details: SupporterDetails
}

type Submission = SoundLetter & {
  campaign: LiveCampaign
  /** Made when the check page was shown: a double click submits once. */
  submissionId: string
  /** Where its writer came from; 0 for nowhere in particular. */
  sourceId?: number
  /** The network that it was submitted from (an IPv4 /24, an IPv6 /48); empty where that is not known. */
  network?: string
  /** When the e-mail to confirm goes, where that is later than at once. */
  mailAt?: Date
}

/**
 * Stores a sign-up with its letter and queues the confirmation, in one transaction, alike whether or not the person
 * has signed before. Gives the token of the "check your e-mail" page, or `null` where this submission came a second time.
 * Throws a `Refusal` while sign-ups are switched off.
 */
export async function submitLetter(ctx: Context, submission: Submission): Promise<string | null> {
  // From memory, which no transaction reads.
  const seat = await findSeat(ctx, submission.constituencyCode)
  return inTransaction(ctx, async (inner) => {
    const { campaign, details, words } = submission
    const supporterId = await signUp(inner, {
      campaignId: campaign.id,
      submissionId: submission.submissionId,
      constituencyCode: submission.constituencyCode,
      postcode: submission.postcode,
      details,
      consent: consentAsked(campaign.content.consent),
    })
    if (!supporterId) return null
    const letterId = await storeLetter(
      inner,
      supporterId,
      { ...submission, seat },
      {
        ...words,
        address1: details.address1,
        address2: details.address2,
        town: details.town,
        abroad: details.abroad,
        phone: details.phone,
      },
    )
    const options = { key: `confirmation ${letterId}`, runAt: submission.mailAt }
    await enqueue(inner, sendConfirmationJob, { letterId, reminder: false }, options)
    return makeLink(inner, 'sent', { letterId }, CONFIRM_LINK_DAYS)
  })
}

async function storeLetter(
  ctx: Context,
  supporterId: string,
  {
    campaign,
    constituencyCode,
    placing,
    asks,
    wording,
    answered,
    givenId,
    group,
    words,
    details,
    seat,
    sourceId = 0,
    network = '',
    mailAt,
  }: Submission & { seat: Seat | null },
  text: LetterText,
): Promise<string> {
  const letterId = crypto.randomUUID()
  const { id: campaignId, versionId, content } = campaign
  await storeNewLetter(ctx, {
    id: letterId,
    campaignId,
    versionId,
    supporterId,
    constituencyCode,
    placing: placing.kind,
    placedIn: placing.others,
    asks,
    wording,
    answered,
    ...(await measureLetter(ctx, {
      content,
      seat: seat ?? { code: constituencyCode, name: '', mp: null },
      body: words.body,
    })),
    textSealed: sealText(text, letterId),
    sourceId,
    ...(await originOf(ctx, { network, email: details.email })),
    mailedAt: mailAt,
  })
  await keepUsed(ctx, { givenId, letterId, campaignId, versionId, constituencyCode, wording, groupId: group?.id ?? '' })
  return letterId
}
