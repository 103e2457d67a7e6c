import { textOf } from '@/app/_server/forms/fields'
import { again } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { versionNumber } from '@/lib/campaigns/input'
import { bringBack, makeLive } from '@/lib/campaigns/publishing/restore'
import { editorParts } from '@/lib/content/parts'
import { isId } from '@/lib/kernel/id'

export const draft = staffForm({
  verb: 'campaigns.edit',
  address: ['id'],
  answer: async ({ ctx, sent, address: { id: campaignId } }) => {
    const number = versionNumber(textOf(sent, 'number'))
    const parts = sent.getAll('parts').filter((part) => editorParts.some(({ id }) => id === part)) as string[]
    const typed = { parts: parts.join(' ') }
    if (parts.length === 0) return again(typed, [{ field: 'parts', message: 'Choose what comes back' }])
    const outcome = await bringBack(ctx, { campaignId, number, draftId: idIn(sent, 'draft'), parts })
    if (outcome.kind === 'stale') {
      const message = `${outcome.latest.by} has saved another version meanwhile: look at it, then choose again`
      return again(typed, [{ field: 'parts', message }], 409)
    }
    const done = outcome.kind === 'saved' ? 'draft' : 'same'
    return { redirect: `/staff/campaigns/${campaignId}/versions?done=${done}&number=${number}` }
  },
})

export const live = staffForm({
  verb: 'campaigns.publish',
  address: ['id'],
  answer: async ({ ctx, sent, address: { id: campaignId } }) => {
    const number = versionNumber(textOf(sent, 'number'))
    const outcome = await makeLive(ctx, { campaignId, number, liveId: idIn(sent, 'live') })
    if (outcome.kind === 'published') {
      return { redirect: `/staff/campaigns/${campaignId}/versions?done=live&number=${number}` }
    }
    const typed = { parts: '' }
    if (outcome.kind === 'stale') {
      return again(typed, [{ field: 'changes', message: 'Something else has gone live meanwhile: look again' }], 409)
    }
    if (outcome.kind === 'unchanged-copy') {
      const parts = outcome.copy.parts.map(({ title }) => title).join(', ')
      const message = `As when it was copied: ${parts}. Change them, or publish the draft and say there that they are meant`
      return again(typed, [{ field: 'changes', message }])
    }
    const messages = [...outcome.faults.slice(0, 10).map(({ message }) => message), outcome.installation]
    return again(
      typed,
      messages.flatMap((message) => (message ? [{ field: 'changes', message }] : [])),
    )
  },
})

/** Brings an old version back into the draft, or puts it live, once it was shown what that changes. */
export const form = staffForms({ draft, live })

function idIn(sent: FormData, field: string): string {
  const id = textOf(sent, field)
  return isId(id) ? id : ''
}
