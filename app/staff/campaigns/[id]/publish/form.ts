import type { FieldFault } from '@/app/_server/forms/fields'
import { again, typedIn } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { versionNote } from '@/lib/campaigns/input'
import { type PublishOutcome, publishDraft } from '@/lib/campaigns/publishing/publish'
import { cancelScheduled, schedulePublishing } from '@/lib/campaigns/publishing/schedule'
import type { Context } from '@/lib/kernel/context'
import { rowId } from '@/lib/kernel/id'
import { parseLondonTime } from '@/lib/kernel/time/london-time'

const fields = ['version', 'note', 'at', 'meant'] as const
type Typed = Record<(typeof fields)[number], string>

export const publish = staffForm({
  verb: 'campaigns.publish',
  address: ['id'],
  answer: async ({ ctx, sent, address: { id: campaignId } }) => {
    const { typed, versionId } = lookedAt(sent)
    if (!versionId) return again(typed, [stale()])
    const note = versionNote.safeParse(typed.note)
    if (!note.success) return again(typed, [{ field: 'note', message: note.error.issues[0]?.message ?? '' }])
    return ended(
      await publishDraft(ctx, { campaignId, versionId, note: note.data, meant: meantIn(typed) }),
      typed,
      campaignId,
    )
  },
})

export const schedule = staffForm({
  verb: 'campaigns.publish',
  address: ['id'],
  answer: async ({ ctx, sent, address: { id: campaignId } }) => {
    const { typed, versionId } = lookedAt(sent)
    if (!versionId) return again(typed, [stale()])
    const at = momentIn(ctx, typed.at)
    if (!at) {
      return again(typed, [{ field: 'at', message: 'Enter a date and time that are still to come, in London time' }])
    }
    return ended(await schedulePublishing(ctx, { campaignId, versionId, at, meant: meantIn(typed) }), typed, campaignId)
  },
})

const cancel = staffForm({
  verb: 'campaigns.publish',
  address: ['id'],
  answer: async ({ ctx, address: { id } }) => {
    await cancelScheduled(ctx, id)
    return { redirect: `/staff/campaigns/${id}/publish?done=cancelled` }
  },
})

/** Puts the draft live, now or at a time; or calls that off. */
export const form = staffForms({ publish, schedule, cancel })

/** What was typed, and the version that was looked at. */
function lookedAt(sent: Parameters<typeof typedIn>[0]) {
  const typed = typedIn(sent, fields)
  return { typed, versionId: rowId.safeParse(typed.version).data }
}

/** How a form that put something live, or could not, is answered. */
function ended(outcome: PublishOutcome | { kind: 'scheduled' }, typed: Typed, campaign: string) {
  if (outcome.kind === 'stale') return again(typed, [stale(outcome.latest.by)], 409)
  if (outcome.kind === 'unchanged-copy') {
    const message = 'Say that the parts named here are meant to be as in the other campaign, or change them'
    return again(typed, [{ field: 'meant', message }])
  }
  // Which faults there are the page works out itself, with a link to each.
  if (outcome.kind === 'faulty')
    return again(typed, [{ field: 'faults', message: 'It cannot go live yet: mend what is named below' }])
  return { redirect: `/staff/campaigns/${campaign}/publish?done=${outcome.kind}` }
}

/** The parts that were named beside a tick, where it was set. */
function meantIn({ meant }: Typed): string[] {
  return meant.split(',')
}

function momentIn(ctx: Context, typed: string): Date | null {
  const at = parseLondonTime(typed)
  return at && at > ctx.now() ? at : null
}

function stale(by = 'Somebody'): FieldFault {
  return { field: 'changes', message: `${by} has saved another version meanwhile: look at it, then publish again` }
}
