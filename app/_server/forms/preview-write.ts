import type { FormAnswer } from '@/app/_server/form-answer'
import { madeUp } from '@/app/_server/made-up-writer'
import { currentSession } from '@/app/_server/staff-session'
import { findPreview, type PreviewedCampaign } from '@/lib/campaigns/preview/find'
import { readPreviewLink } from '@/lib/campaigns/preview/link'
import { wasCalledBack } from '@/lib/campaigns/preview/links'
import { asideOf, contentFor, groupOf } from '@/lib/content/content-for-mp'
import { findSeat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { isId } from '@/lib/kernel/id'
import { contextFor } from '@/lib/mailer/context-for'
import { allowed } from '@/lib/staff/roles'
import { chooseWording } from '@/lib/writing/wordings/wording'
import { readDraft } from './letter-draft'
import { letterSteps } from './letter-steps'
import { placeHome } from './place-home'

/**
 * The letter's forms in a preview: the same steps and faults, and at the end the preview of what follows. Nothing is
 * kept, no wording is given away, and nothing is counted. Whoever may not see the preview is led to its page, which
 * says so.
 */
export async function previewWriteForm(form: FormData, { key = '' }: Record<string, string>): Promise<FormAnswer> {
  const ctx = contextFor({ kind: 'supporter' })
  const base = `/preview/${key}`
  const campaign = await seenWith(ctx, key)
  const draft = readDraft(form)
  const seat = await findSeat(ctx, draft.constituency)
  if (!campaign || !seat || asideOf(campaign.content, seat)) return { redirect: `${base}/write` }
  return letterSteps(form, draft, {
    campaign,
    seat,
    begin: async () => {
      const content = contentFor(campaign.content, groupOf(campaign.content, seat))
      return { id: '', wording: chooseWording(content, 0) }
    },
    // Who writes in a preview lives nowhere, unless somebody tries a postcode.
    place: async (postcode) =>
      postcode === madeUp.postcode ? { kind: 'inside', seats: [] } : placeHome(ctx, postcode, seat.code),
    send: async () => ({ redirect: `${base}/sent?seat=${seat.code}` }),
  })
}

/** What a preview's key shows to whoever asks; `null` for nothing. */
async function seenWith(ctx: Context, key: string): Promise<PreviewedCampaign | null> {
  if (isId(key)) {
    const session = await currentSession()
    return session && allowed(session.member.role, 'campaigns.see') ? findPreview(ctx, key) : null
  }
  const link = readPreviewLink(ctx, key)
  const campaign = link === null || link === 'expired' ? null : await findPreview(ctx, link.versionId)
  if (!campaign || !link || link === 'expired') return null
  return (await wasCalledBack(ctx, campaign.id, link.until)) ? null : campaign
}
