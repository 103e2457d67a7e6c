import { findCampaign } from '@/lib/content/find-campaign'
import { STEP_KINDS, stepsOf } from '@/lib/content/next-steps'
import type { Context } from '@/lib/kernel/context'

/** What staff wrote for an id; of an ask, a question or a step that stands in no published text any more, that it is gone. */
export type NamesOf = Record<'ask' | 'question' | 'step', (id: string) => string> & {
  /** Whether a step's links are pressed here, so that presses are known; those to share lead elsewhere at once. */
  isPressedHere: (step: string) => boolean
}

/** Campaigns whose texts are read; each is held in memory. */
const READ_MOST = 100

/** The asks, questions and next steps of these campaigns by their words, where an id stands for several by all of them. */
export async function namesOf(ctx: Context, campaigns: readonly { slug: string }[]): Promise<NamesOf> {
  const asks = new Map<string, Set<string>>()
  const questions = new Map<string, Set<string>>()
  const steps = new Map<string, Set<string>>()
  const shared = new Set<string>()
  for (const { slug } of campaigns.slice(0, READ_MOST)) {
    const campaign = await findCampaign(ctx, slug)
    for (const { id, title } of campaign?.content.asks ?? []) add(asks, id, title)
    for (const { id, question } of campaign?.content.prompts ?? []) add(questions, id, question)
    for (const { id, kind, title } of campaign ? stepsOf(campaign.content) : []) {
      add(steps, id, title ?? STEP_KINDS.find(({ value }) => value === kind)?.label ?? id)
      if (kind === 'share') shared.add(id)
    }
  }
  return {
    ask: (id) => [...(asks.get(id) ?? [`An earlier ask (${id})`])].join(' / '),
    question: (id) => [...(questions.get(id) ?? [`An earlier question (${id})`])].join(' / '),
    step: (id) => [...(steps.get(id) ?? [`An earlier step (${id})`])].join(' / '),
    isPressedHere: (step) => !shared.has(step),
  }
}

function add(names: Map<string, Set<string>>, id: string, name: string): void {
  names.set(id, (names.get(id) ?? new Set()).add(name))
}
