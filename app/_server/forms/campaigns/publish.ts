import type { FormAnswer } from '@/app/_server/form-answer'
import type { FieldFault } from '@/app/_server/form-state'
import { textOf } from '@/app/_server/forms/fields'
import { staffForm, staffForms } from '@/app/_server/forms/old-staff-form'
import { versionNote } from '@/lib/campaigns/input'
import { type PublishOutcome, publishDraft } from '@/lib/campaigns/publishing/publish'
import { cancelScheduled, schedulePublishing } from '@/lib/campaigns/publishing/schedule'
import type { Context } from '@/lib/kernel/context'
import { rowId } from '@/lib/kernel/id'
import { parseLondonTime } from '@/lib/kernel/time/london-time'

/** Puts the draft live, now or at a time; or calls that off. */
export const publishForms = staffForms({
  publish: staffForm('campaigns.publish', async (ctx, form, { campaign = '' }): Promise<FormAnswer> => {
    const values = valuesOf(form)
    const note = versionNote.safeParse(values.note)
    const versionId = rowId.safeParse(values.version)
    if (!versionId.success) return faulty(values, [stale()])
    if (!note.success) return faulty(values, [{ field: 'note', message: note.error.issues[0]?.message ?? '' }])
    const outcome = await publishDraft(ctx, { campaignId: campaign, versionId: versionId.data, note: note.data })
    return answer(outcome, values, campaign)
  }),
  schedule: staffForm('campaigns.publish', async (ctx, form, { campaign = '' }): Promise<FormAnswer> => {
    const values = valuesOf(form)
    const versionId = rowId.safeParse(values.version)
    const at = momentIn(ctx, values.at)
    if (!versionId.success) return faulty(values, [stale()])
    if (!at)
      return faulty(values, [{ field: 'at', message: 'Enter a date and time that are still to come, in London time' }])
    return answer(
      await schedulePublishing(ctx, { campaignId: campaign, versionId: versionId.data, at }),
      values,
      campaign,
    )
  }),
  cancel: staffForm('campaigns.publish', async (ctx, _form, { campaign = '' }): Promise<FormAnswer> => {
    await cancelScheduled(ctx, campaign)
    return { redirect: `/staff/campaigns/${campaign}/publish?done=cancelled` }
  }),
})

/** How a form that put something live, or could not, is answered. */
export function answer(
  outcome: PublishOutcome | { kind: 'scheduled' },
  values: Record<string, string>,
  campaign: string,
): FormAnswer {
  if (outcome.kind === 'stale') return faulty(values, [stale(outcome.latest.by)], 409)
  // Which faults there are the page works out itself, with a link to each.
  if (outcome.kind === 'faulty')
    return faulty(values, [{ field: 'faults', message: 'It cannot go live yet: mend what is named below' }])
  return { redirect: `/staff/campaigns/${campaign}/publish?done=${outcome.kind}` }
}

function valuesOf(form: FormData) {
  return { version: textOf(form, 'version'), note: textOf(form, 'note'), at: textOf(form, 'at') }
}

function momentIn(ctx: Context, typed: string): Date | null {
  const at = parseLondonTime(typed)
  return at && at > ctx.now() ? at : null
}

function stale(by = 'Somebody'): FieldFault {
  return { field: 'changes', message: `${by} has saved another version meanwhile: look at it, then publish again` }
}

function faulty(values: Record<string, string>, faults: FieldFault[], status = 422): FormAnswer {
  return { show: { form: 'campaign-publish', values, faults, done: null }, status }
}
