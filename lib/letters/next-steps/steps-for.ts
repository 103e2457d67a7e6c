import type { ReplyAnswer } from '@/db/schema/index'
import { findCampaign } from '@/lib/content/find-campaign'
import { type NextStep, STEP_KINDS, type StepKind } from '@/lib/content/next-steps'
import type { Seat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import type { OpenLetter } from '@/lib/letters/find'
import { fittingSteps, stepState } from './fitting-steps'
import { otherCampaign } from './other-campaign'

/** A step as it is shown: what it says, and where its button leads; asking a friend has words and links of its own. */
export type ShownStep = { id: string; kind: StepKind; title: string; text: string | null; href: string | null }

type Letter = Pick<OpenLetter, 'campaignId' | 'supporterId' | 'state' | 'sentByWriterAt'>

/** What the writer of a letter can do next, by how it stands and what they said of an answer, as the campaign has it today. */
export async function stepsFor(
  ctx: Context,
  { letter, slug, seat, reply }: { letter: Letter; slug: string; seat: Seat | null; reply: ReplyAnswer | null },
): Promise<ShownStep[]> {
  const state = stepState(letter, reply)
  const campaign = await findCampaign(ctx, slug)
  if (!state || !campaign) return []
  const shown: ShownStep[] = []
  for (const step of fittingSteps(campaign.content, { state, seat })) {
    if (step.kind !== 'campaign') {
      const at = `/campaigns/${slug}/next/${step.id}${seat ? `?seat=${seat.code}` : ''}`
      if (needsMp(step) && !seat?.mp) continue
      shown.push(worded(step, seat, step.kind === 'share' ? null : at))
      continue
    }
    const other = seat && (await otherCampaign(ctx, { ...letter, seat }))
    if (!other) continue
    const { title, summary } = other.content
    shown.push({
      ...worded(step, seat, `/campaigns/${slug}/next/${step.id}?choice=${other.slug}`),
      title: step.title ?? title,
      text: step.text ?? summary,
    })
  }
  return shown
}

/** The steps of a draft that fit a seat, however a letter to it stands: they lead nowhere. */
export function previewedSteps(content: { nextSteps: NextStep[] }, seat: Seat | null): ShownStep[] {
  // Of one that was just added nobody has said yet what it is.
  const chosen = fittingSteps(content, { state: 'any', seat }).filter(({ kind }) => isKind(kind))
  return chosen.map((step) => worded(step, seat, null))
}

function isKind(kind: string): boolean {
  return STEP_KINDS.some(({ value }) => value === kind)
}

function needsMp({ kind }: NextStep): boolean {
  return kind === 'ring' || kind === 'surgery'
}

function worded({ id, kind, title, text }: NextStep, seat: Seat | null, href: string | null): ShownStep {
  const usual = usualWords(kind, seat?.mp?.name ?? 'your MP')
  return { id, kind, title: title ?? usual.title, text: text ?? usual.text, href }
}

function usualWords(kind: StepKind, mp: string): { title: string; text: string | null } {
  switch (kind) {
    case 'share':
      return { title: 'Ask a friend to write', text: null }
    case 'give':
      return { title: 'Give', text: null }
    case 'campaign':
      return { title: 'Write for another campaign', text: null }
    case 'ring':
      return { title: `Ring the office of ${mp}`, text: 'The number is here, and something to say.' }
    case 'surgery':
      return {
        title: `Ask for an appointment with ${mp}`,
        text: 'Most MPs hold surgeries, where their constituents can speak to them. Here is what you can write.',
      }
  }
}
