import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { CampaignContent } from '@/lib/content/content'
import { findCampaign } from '@/lib/content/find-campaign'
import { STEP_KINDS, stepsOf } from '@/lib/content/next-steps'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'

export type NamedKind = 'ask' | 'question' | 'step'
/** What a campaign's text calls by an id: two campaigns can have the same ids, as copies do. */
export type ById = { campaignId: string; id: string }
type Campaign = { id: string; slug: string; name: string }

/** What staff wrote for an id; of what stands in no published text any more that it is gone. */
export type NamesOf = Record<NamedKind, (one: ById) => string> & {
  /** Whether a step's links are pressed here, so that presses are known; those to share lead elsewhere at once. */
  isPressedHere: (step: ById) => boolean
}

const GONE: Record<NamedKind, string> = {
  ask: 'An ask of an earlier text',
  question: 'A question of an earlier text',
  step: 'A step of an earlier text',
}

/**
 * The asks, questions and next steps that are counted, by their words in the text that is live, or in the last that had
 * them. Where figures are of several campaigns the campaign's name stands behind.
 */
export async function namesOf(
  ctx: Context,
  campaigns: readonly Campaign[],
  counted: Record<NamedKind, readonly ById[]>,
): Promise<NamesOf> {
  const all = Object.values(counted).flat()
  const used = campaigns.filter(({ id }) => all.some(({ campaignId }) => campaignId === id))
  const names = new Map<string, string>()
  const shared = new Set<string>()
  for (const { id: campaignId, slug } of used) {
    const live = await findCampaign(ctx, slug)
    if (!live) continue
    for (const [kind, id, name] of namedIn(live.content)) names.set(keyOf(kind, { campaignId, id }), name)
    for (const { id, kind } of stepsOf(live.content))
      if (kind === 'share') shared.add(keyOf('step', { campaignId, id }))
  }
  const gone = (['ask', 'question'] as const).flatMap((kind) =>
    counted[kind].filter((one) => !names.has(keyOf(kind, one))).map((one) => ({ kind, ...one })),
  )
  for (const { kind, name, ...one } of await earlierNames(ctx, gone)) {
    names.set(keyOf(kind, one), `${name} (no longer in the text)`)
  }
  const beside = (campaignId: string) => {
    const name = campaigns.length > 1 && campaigns.find(({ id }) => id === campaignId)?.name
    return name ? ` – ${name}` : ''
  }
  const called = (kind: NamedKind) => (one: ById) =>
    (names.get(keyOf(kind, one)) ?? GONE[kind]) + beside(one.campaignId)
  return {
    ask: called('ask'),
    question: called('question'),
    step: called('step'),
    isPressedHere: (step) => !shared.has(keyOf('step', step)),
  }
}

function namedIn(content: CampaignContent): [NamedKind, string, string][] {
  return [
    ...content.asks.map(({ id, title }): [NamedKind, string, string] => ['ask', id, title]),
    ...content.prompts.map(({ id, question }): [NamedKind, string, string] => ['question', id, question]),
    ...stepsOf(content).map(({ id, kind, title }): [NamedKind, string, string] => [
      'step',
      id,
      title ?? STEP_KINDS.find(({ value }) => value === kind)?.label ?? GONE.step,
    ]),
  ]
}

const earlier = z.object({
  kind: z.enum(['ask', 'question']),
  campaignId: z.string(),
  id: z.string(),
  name: z.string(),
})

/** What the last published text that had them called them. */
async function earlierNames(ctx: Context, gone: readonly (ById & { kind: 'ask' | 'question' })[]) {
  if (gone.length === 0) return []
  return readRows(
    ctx.db,
    earlier,
    sql`
    with gone as (
      select * from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as gone (kind text, "campaignId" uuid, id text)
    )
    select distinct on (gone.kind, gone."campaignId", gone.id) gone.kind, gone."campaignId", gone.id, named.name
    from gone
    join campaign_publications p on p.campaign_id = gone."campaignId"
    join campaign_versions v on v.id = p.version_id
    cross join lateral (
      select ask ->> 'id' as id, ask ->> 'title' as name
      from jsonb_array_elements(v.content -> 'asks') ask where gone.kind = 'ask'
      union all
      select prompt ->> 'id', prompt ->> 'question'
      from jsonb_array_elements(v.content -> 'prompts') prompt where gone.kind = 'question'
    ) named
    where named.id = gone.id and named.name is not null
    order by 1, 2, 3, p.at desc`,
  )
}

function keyOf(kind: NamedKind, { campaignId, id }: ById): string {
  return `${kind} ${campaignId} ${id}`
}
