import { textOf } from '@/app/_server/forms/fields'
import { again, left, typedIn } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { endPreviewLinks, givePreviewLink } from '@/lib/campaigns/preview/preview-link'
import { findVersion, latestVersion } from '@/lib/campaigns/versions'
import { draftContent } from '@/lib/content/draft-content'
import { anySeatFor } from '@/lib/content/seats-in-scope'
import { findSeat } from '@/lib/directory/lookup'
import { seatsByMp } from '@/lib/directory/seats-by-mp'
import type { Context } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { isId } from '@/lib/kernel/id'
import { previewedEmail } from '@/lib/messages/previews/previewed-emails'
import { askForPreview } from '@/lib/messages/previews/send-preview'
import { besideFor } from '@/lib/writing/draft-as-letter'

/** A link to the draft for somebody who is not on the team. */
export const link = staffForm({
  verb: 'campaigns.see',
  address: ['id'],
  answer: async ({ ctx, address: { id: campaignId } }) => {
    const { id: versionId, number } = await draftOf(ctx, campaignId)
    const secret = await givePreviewLink(ctx, { campaignId, versionId, number })
    return left({ link: `${ctx.env.appUrl}/preview/${secret}` })
  },
})

const endLinks = staffForm({
  verb: 'campaigns.edit',
  address: ['id'],
  answer: async ({ ctx, address: { id } }) => {
    await draftOf(ctx, id)
    await endPreviewLinks(ctx, id)
    return { redirect: `/staff/campaigns/${id}/preview?done=ended#link` }
  },
})

/** The draft's letter and e-mails, sent to oneself. */
export const send = staffForm({
  verb: 'campaigns.see',
  address: ['id'],
  answer: async ({ ctx, sent, address: { id } }) => {
    const draft = await versionOf(ctx, sent, id)
    const typed = typedIn(sent, ['mp', 'which'])
    const which = previewedEmail.safeParse(typed.which)
    const code = textOf(sent, 'seat')
    const seat = await seatFor(ctx, { code, mp: typed.mp, content: draft.content })
    const faults = [
      !seat && { field: 'mp', message: 'Enter an MP or a constituency by name' },
      !which.success && { field: 'which', message: 'Choose what is sent to you' },
      seat &&
        besideFor(draft.content, seat, 0).kind === 'aside' && {
          field: 'mp',
          message: `No letter goes to the MP for ${seat.name}: see Groups`,
        },
    ].filter((fault) => fault !== false && fault !== undefined && fault !== null)
    if (!seat || !which.success || faults.length > 0) return again(typed, faults)
    await askForPreview(ctx, { campaignId: id, versionId: draft.id, which: which.data, seat: seat.code })
    return left('sent', typed)
  },
})

/** The forms of the preview's page. */
export const form = staffForms({ link, 'end-links': endLinks, send })

/** By its code, or by the name of its MP; one that the campaign is for where nobody is named. */
function seatFor(ctx: Context, { code, mp, content }: { code: string; mp: string; content: unknown }) {
  if (code) return findSeat(ctx, code)
  return mp.trim() === '' ? anySeatFor(ctx, draftContent(content)) : seatsByMp(ctx, mp).then(([first]) => first ?? null)
}

/** The version that the form was made from, where it says so; else the newest. */
async function versionOf(ctx: Context, sent: FormData, campaign: string) {
  const id = textOf(sent, 'version')
  return (isId(id) && (await findVersion(ctx, campaign, id))) || draftOf(ctx, campaign)
}

async function draftOf(ctx: Context, campaign: string) {
  const draft = await latestVersion(ctx, campaign)
  if (!draft) throw new Refusal('not-found', 'There is no such campaign.')
  return draft
}
