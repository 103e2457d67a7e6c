// State: one copy in a process.
import { sql } from 'drizzle-orm'
import { figureEvents, type Measure } from '@/db/schema/index'
import { findCampaign, liveCampaigns } from '@/lib/content/find-campaign'
import { printSource, readSource, type Source } from '@/lib/figures/sources/source'
import { sourceIds } from '@/lib/figures/sources/source-id'
import type { Context } from '@/lib/kernel/context'

/** A step of a visit before anything is stored. `slug` is null on the first page of the site. */
export type Visit = {
  step: Extract<Measure, 'viewed' | 'found' | 'started'>
  slug: string | null
  constituency?: string
  source: Source
}

/** Kinds of visits that are held in memory between two writings: beyond, somebody is making up sources. */
const MOST_KINDS = 2000

const counts = new Map<string, number>()

/** Counts a visit: a number in memory, and nothing about who it was. */
export function countVisit({ step, slug, constituency = '', source }: Visit): void {
  const exact = JSON.stringify([step, slug, constituency, printSource(source)])
  const key = counts.has(exact) || counts.size < MOST_KINDS ? exact : JSON.stringify([step, slug, constituency, ''])
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/**
 * Appends what was counted since the last time to the record; where that fails, it is counted still, and appended the next
 * time. Visits to no campaign are dropped. One at a time, or what was counted would be appended twice.
 */
export async function keepVisits(ctx: Context): Promise<void> {
  const counted = [...counts].map(([key, amount]) => ({ key, amount, visit: readKey(key) }))
  const campaigns = await campaignIds(ctx, new Set(counted.map(({ visit }) => visit.slug)))
  const sources = await sourceIds(
    ctx,
    counted.map(({ visit }) => readSource(new URLSearchParams(visit.source))),
  )
  const rows = counted.flatMap(({ visit, amount }, at) => {
    const campaign = campaigns.get(visit.slug)
    if (!campaign) return []
    return {
      xact: sql`pg_current_xact_id()`,
      campaignId: campaign,
      constituencyCode: visit.constituency,
      hour: sql`date_trunc('hour', ${ctx.now().toISOString()}::timestamptz)`,
      sourceId: sources[at] ?? 0,
      measure: visit.step,
      lasting: true,
      amount,
    }
  })
  if (rows.length > 0) await ctx.db.insert(figureEvents).values(rows)
  for (const { key, amount } of counted) takeOff(key, amount)
}

function readKey(key: string): { step: Visit['step']; slug: string | null; constituency: string; source: string } {
  const [step, slug, constituency, source]: [Visit['step'], string | null, string, string] = JSON.parse(key)
  return { step, slug, constituency, source }
}

/** Live campaigns are in memory: none of them is asked for. */
async function campaignIds(ctx: Context, slugs: ReadonlySet<string | null>): Promise<Map<string | null, string>> {
  const ids = new Map<string | null, string>()
  for (const slug of slugs) {
    const id = await campaignId(ctx, slug)
    if (id) ids.set(slug, id)
  }
  return ids
}

/** The first page, whose `slug` is null, shows a campaign where one alone is live. */
async function campaignId(ctx: Context, slug: string | null): Promise<string | undefined> {
  if (slug !== null) return (await findCampaign(ctx, slug))?.id
  const live = await liveCampaigns(ctx)
  return live.length === 1 ? live[0]?.id : undefined
}

/** More of the same may have come meanwhile. */
function takeOff(key: string, amount: number): void {
  const left = (counts.get(key) ?? 0) - amount
  if (left > 0) counts.set(key, left)
  else counts.delete(key)
}
