import type { Answer } from '@/app/_server/forms/form-answer'
import { publicForm } from '@/app/_server/forms/make-form'
import { placeHome } from '@/app/_server/letter/compare-home-with-seat'
import { givenBefore, letterPage, letterTo, nextPage, wishOf } from '@/app/_server/letter/next-page'
import { readDraft } from '@/app/_server/letter/posted-draft'
import { checkPage, readLetter } from '@/app/_server/letter/read-letter'
import type { LetterState } from '@/app/_server/letter/state'
import { takeUpOffer } from '@/app/_server/letter/take-up-offer'
import { madeUp } from '@/app/_server/made-up-writer'
import { contextOf, currentSession } from '@/app/_server/session/staff-session'
import { findPreview, type PreviewedCampaign } from '@/lib/campaigns/preview/find-previewed-version'
import { readPreviewLink, wasCalledBack } from '@/lib/campaigns/preview/preview-link'
import { asideOf } from '@/lib/content/content-for-mp'
import { parsedOf } from '@/lib/directory/parsed-of'
import type { Placed } from '@/lib/directory/place-postcode'
import { findSeat } from '@/lib/directory/seats'
import type { Context } from '@/lib/kernel/context'
import { isId } from '@/lib/kernel/id'
import { allowed } from '@/lib/staff/roles'
import { anyWording } from '@/lib/writing/wordings/any-wording'

/**
 * The letter's forms in a preview: the same steps and faults, and at the end the preview of what follows. Nothing is
 * kept, no wording is given away, and nothing is counted. Whoever may not see the preview is led to its page, which
 * says so.
 */
export const form = publicForm({
  address: ['key'],
  answer: async ({ ctx, sent: posted, address: { key } }): Promise<Answer<LetterState>> => {
    const sent = takeUpOffer(posted)
    const base = `/preview/${key}`
    const campaign = await seenWith(ctx, key)
    const draft = readDraft(sent)
    const seat = await findSeat(ctx, draft.constituency)
    if (!campaign || !seat || asideOf(campaign.content, seat)) return { redirect: `${base}/write` }

    const to = letterTo(campaign, seat)
    const next = nextPage(sent, draft, to.content)
    if ('show' in next) return next
    if (next.page === 'letter') {
      const giving = givenBefore(next.draft, to.content) ?? {
        id: '',
        wording: anyWording(to.content, 0, wishOf(next.draft, to.content)),
      }
      return letterPage(to, next, giving)
    }

    const postcode = await parsedOf(ctx, draft.postcode)
    // Who writes in a preview lives nowhere, unless somebody tries a postcode.
    const placed: Placed =
      draft.postcode === madeUp.postcode
        ? { kind: 'inside', seats: [], terminated: false }
        : await placeHome(ctx, postcode, seat.code)
    const read = readLetter(draft, to, { postcode, placed })
    if ('show' in read) return read
    return checkPage(sent, draft, read) ?? { redirect: `${base}/sent?seat=${seat.code}` }
  },
})

/** What a preview's key shows to whoever asks; `null` for nothing. */
async function seenWith(ctx: Context, key: string): Promise<PreviewedCampaign | null> {
  if (isId(key)) {
    const session = await currentSession()
    return session && allowed(session.member.role, 'campaigns.see') ? findPreview(contextOf(session.member), key) : null
  }
  const link = readPreviewLink(ctx, key)
  const campaign = link === null || link === 'expired' ? null : await findPreview(ctx, link.versionId)
  if (!campaign || !link || link === 'expired') return null
  return (await wasCalledBack(ctx, campaign.id, link.until)) ? null : campaign
}
