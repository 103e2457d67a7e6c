import type { FormAnswer } from '@/app/_server/form-answer'
import { textOf } from '@/app/_server/forms/fields'
import { staffForm, staffForms } from '@/app/_server/forms/old-staff-form'
import { endPreviewLinks, givePreviewLink } from '@/lib/campaigns/preview/links'
import { findVersion, latestVersion } from '@/lib/campaigns/versions'
import { findSeat } from '@/lib/directory/lookup'
import { seatsByMp } from '@/lib/directory/seats-by-mp'
import type { Context } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import { Refusal } from '@/lib/kernel/faults/errors'
import { isId } from '@/lib/kernel/id'
import { previewedEmail } from '@/lib/messages/previews/previewed-emails'
import { askForPreview } from '@/lib/messages/previews/send-preview'
import { besideFor } from '@/lib/writing/beside'

/** A link to the draft for somebody who is not on the team; and its letter and e-mails, sent to oneself. */
export const previewForms = staffForms({
  link: staffForm('campaigns.see', async (ctx, _form, { campaign = '' }): Promise<FormAnswer> => {
    const { id: versionId, number } = await draftOf(ctx, campaign)
    const secret = await givePreviewLink(ctx, { campaignId: campaign, versionId, number })
    const link = `${env().appUrl}/preview/${secret}`
    return { show: { form: 'campaign-preview', values: { link }, faults: [], done: 'link' } }
  }),
  'end-links': staffForm('campaigns.edit', async (ctx, _form, { campaign = '' }): Promise<FormAnswer> => {
    await draftOf(ctx, campaign)
    await endPreviewLinks(ctx, campaign)
    return { redirect: `/staff/campaigns/${campaign}/preview?done=ended#link` }
  }),
  send: staffForm('campaigns.see', async (ctx, form, { campaign = '' }): Promise<FormAnswer> => {
    const draft = await versionOf(ctx, form, campaign)
    const values = { mp: textOf(form, 'mp'), which: textOf(form, 'which') }
    const which = previewedEmail.safeParse(values.which)
    const code = textOf(form, 'seat')
    const seat = code ? await findSeat(ctx, code) : (await seatsByMp(ctx, values.mp))[0]
    const faults = [
      !seat && { field: 'mp', message: 'Enter an MP or a constituency by name' },
      !which.success && { field: 'which', message: 'Choose what is sent to you' },
      seat &&
        besideFor(ctx, draft.content, seat, 0).kind === 'aside' && {
          field: 'mp',
          message: `No letter goes to the MP for ${seat.name}: see Groups`,
        },
    ].filter((fault) => fault !== false && fault !== undefined && fault !== null)
    if (!seat || !which.success || faults.length > 0) {
      return { show: { form: 'campaign-preview', values, faults, done: null }, status: 422 }
    }
    await askForPreview(ctx, { versionId: draft.id, which: which.data, seat: seat.code })
    return { show: { form: 'campaign-preview', values, faults: [], done: 'sent' } }
  }),
})

/** The version that the form was made from, where it says so; else the newest. */
async function versionOf(ctx: Context, form: FormData, campaign: string) {
  const id = textOf(form, 'version')
  return (isId(id) && (await findVersion(ctx, campaign, id))) || draftOf(ctx, campaign)
}

async function draftOf(ctx: Context, campaign: string) {
  const draft = await latestVersion(ctx, campaign)
  if (!draft) throw new Refusal('not-found', 'There is no such campaign.')
  return draft
}
