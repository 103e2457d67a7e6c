import { turnOf } from '@/app/_server/caller/limit-caller'
import { currentExchange } from '@/app/_server/exchange'
import { textOf } from '@/app/_server/forms/fields'
import type { Answer } from '@/app/_server/forms/form-answer'
import { publicForm } from '@/app/_server/forms/make-form'
import { blockedDomain } from '@/app/_server/letter/blocked-domain'
import { placeHome } from '@/app/_server/letter/compare-home-with-seat'
import { mayGoAtOnce } from '@/app/_server/letter/may-go-at-once'
import { givenBefore, letterPage, letterTo, nextPage, tooManyBegun, wishOf } from '@/app/_server/letter/next-page'
import { readDraft } from '@/app/_server/letter/posted-draft'
import { checkPage, readLetter } from '@/app/_server/letter/read-letter'
import { type LetterState, showDraft } from '@/app/_server/letter/state'
import { submitSound } from '@/app/_server/letter/submit'
import { takeUpOffer } from '@/app/_server/letter/take-up-offer'
import { asideOf } from '@/lib/content/content-for-mp'
import { findCampaign, isClosedToWriting } from '@/lib/content/find-campaign'
import { parsedOf } from '@/lib/directory/parsed-of'
import { findSeat } from '@/lib/directory/seats'
import type { Context } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { isId } from '@/lib/kernel/id'
import { writingAddress } from '@/lib/letters/writing-addresses'
import { giveAnother, giveWording } from '@/lib/writing/wordings/give-wording'

type Asked = { ctx: Context; sent: FormData; address: { slug: string } }

/**
 * The letter's forms: from one page of the letter to the next, until it is submitted. Each is posted to the address of
 * the page that it leads to; what the form says of itself decides which page is shown.
 */
export const form = publicForm({
  address: ['slug'],
  answer: async (asked) => {
    const sent = takeUpOffer(asked.sent)
    const answer = await goOn({ ...asked, sent })
    if ('show' in answer && sent === asked.sent) countBegun(sent, answer.show)
    return answer
  },
})

async function goOn({ ctx, sent, address: { slug } }: Asked): Promise<Answer<LetterState>> {
  const campaign = await findCampaign(ctx, slug)
  if (!campaign) throw new Refusal('not-found', 'There is no such campaign.')
  if (isClosedToWriting(campaign, ctx.now())) return { redirect: `/campaigns/${slug}` }
  const draft = readDraft(sent)
  const seat = await findSeat(ctx, draft.constituency)
  if (!seat) return { redirect: `/campaigns/${slug}` }
  if (asideOf(campaign.content, seat)) return { redirect: writingAddress(slug, seat.code) }

  const to = letterTo(campaign, seat)
  const next = nextPage(sent, draft, to.content)
  if ('show' in next) return next
  if (next.page === 'letter') {
    const wish = wishOf(next.draft, to.content)
    const before =
      givenBefore(next.draft, to.content) ?? (await giveAnother(ctx, campaign, seat, wish, next.draft.givenId))
    const turn = before ? null : await turnOf(ctx, 'wording')
    if (turn && !turn.allowed) return tooManyBegun(next.draft, turn.retryAt)
    return letterPage(to, next, before ?? (await giveWording(ctx, campaign, seat, wish)))
  }

  const postcode = await parsedOf(ctx, draft.postcode)
  const read = readLetter(draft, to, { postcode, placed: await placeHome(ctx, postcode, seat.code) })
  if ('show' in read) return read
  const faults = await blockedDomain(ctx, read.letter.details.email)
  if (faults.length > 0) return showDraft('you', draft, { faults, status: 422 })
  const atOnce = textOf(sent, 'step') === 'you' && isId(draft.submission) && (await mayGoAtOnce(ctx, draft))
  return checkPage(sent, draft, read, atOnce) ?? submitSound(ctx, campaign, read.letter, draft, textOf(sent, 'puzzle'))
}

/** The letter for the first time: with nothing in its writer's fields yet, or with what a link from a mailing fills in. */
function countBegun(sent: FormData, { stage, faults, draft }: LetterState): void {
  const { name, email, constituency, source } = draft
  const step = textOf(sent, 'step')
  const isFirst =
    step === 'mailing'
      ? stage === 'you'
      : step === 'words' && stage === 'letter' && ((name === '' && email === '') || textOf(sent, 'body') === '')
  if (!isFirst || faults.length > 0) return
  // A fragment is read by the browser alone: that it led to an MP is known only now.
  const foundBefore = step === 'mailing' && sent.has('found')
  currentExchange().reached = { step: 'started', ...(foundBefore && { foundBefore }), constituency, source }
}
