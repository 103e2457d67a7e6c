// State: one copy in a process.
import { sql } from 'drizzle-orm'
import { figureEvents, type Measure } from '@/db/schema/index'
import { findCampaign, liveCampaigns } from '@/lib/content/find-campaign'
import { printSource, readSource, type Source } from '@/lib/figures/sources/source'
import { sourceId } from '@/lib/figures/sources/source-id'
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

/** Appends what was counted since the last time to the record. Visits to no campaign are dropped. */
export async function keepVisits(ctx: Context): Promise<void> {
  const taken = [...counts]
  counts.clear()
  const rows = []
  for (const [key, amount] of taken) {
    const [step, slug, constituencyCode, source]: [Visit['step'], string | null, string, string] = JSON.parse(key)
    const campaign = slug === null ? await onlyCampaign(ctx) : await findCampaign(ctx, slug)
    if (!campaign) continue
    rows.push({
      xact: sql`pg_current_xact_id()`,
      campaignId: campaign.id,
      constituencyCode,
      hour: sql`date_trunc('hour', ${ctx.now().toISOString()}::timestamptz)`,
      sourceId: await sourceId(ctx, readSource(new URLSearchParams(source))),
      measure: step,
      lasting: true,
      amount,
    })
  }
  if (rows.length > 0) await ctx.db.insert(figureEvents).values(rows)
}

/** The first page shows a campaign where one alone is live. */
async function onlyCampaign(ctx: Context) {
  const live = await liveCampaigns(ctx)
  return live.length === 1 ? live[0] : undefined
}
