import { writingAddress } from '@/lib/letters/writing-addresses'
import { WRITING_STAGES, type WritingStage } from '@/lib/letters/writing-stages'
import type { Draft } from './browser-draft'

/**
 * Goes on to a page of a letter that this browser keeps, or to the furthest that it had come to, as its form would:
 * nothing is stored by that.
 */
export function resumeDraft(slug: string, { place, fields }: Draft, asked: WritingStage): void {
  if (!place) return
  const stage = earlier(asked, (fields.body ?? []).some(Boolean) ? place.stage : 'letter')
  const form = Object.assign(document.createElement('form'), {
    method: 'post',
    action: writingAddress(slug, place.seat, stage),
    hidden: true,
  })
  // The check page is come to from the one before it, which is judged once more.
  const by: [string, string] = stage === 'check' ? ['step', 'you'] : ['change', stage]
  const sent = Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value] as const))
  for (const [name, value] of [
    ...sent.filter(([name]) => name !== 'constituency'),
    ['constituency', place.seat] as const,
    by,
  ]) {
    form.append(Object.assign(document.createElement('textarea'), { name, value }))
  }
  document.body.append(form)
  form.submit()
}

function earlier(one: WritingStage, other: WritingStage): WritingStage {
  return WRITING_STAGES.indexOf(one) < WRITING_STAGES.indexOf(other) ? one : other
}
