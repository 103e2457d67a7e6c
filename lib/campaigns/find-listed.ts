import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { oneLine } from '@/lib/kernel/text'
import { type CampaignState, campaignStates } from './life/state'
import { type ListedCampaign, listCampaigns } from './list'

export const campaignOrders = ['saved', 'title', 'state', 'supporters', 'live'] as const
export type CampaignOrder = (typeof campaignOrders)[number]

/** `find`: a part of the title or the address; `state` null: all but the archived ones; `page` from 1. */
export const campaignFilter = z.object({
  find: z.string().max(200).transform(oneLine).catch(''),
  state: z
    .enum(campaignStates as [CampaignState, ...CampaignState[]])
    .nullable()
    .catch(null),
  sort: z.enum(campaignOrders).catch('saved'),
  way: z.enum(['up', 'down']).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type CampaignFilter = z.infer<typeof campaignFilter>

export type FoundCampaign = ListedCampaign & { supporters: number }
export type FoundCampaigns = {
  campaigns: FoundCampaign[]
  /** How many the filter finds, and the page of them that is given, of so many. */
  total: number
  page: number
  pages: number
  /** How many of those with these words in their title or address are in each state. */
  byState: Record<CampaignState, number>
}

const PAGE = 25

/** A page of the campaigns that a filter finds, 25 at once, in its order; ties by title. */
export async function findListed(ctx: Context, filter: CampaignFilter): Promise<FoundCampaigns> {
  const [all, supporters] = await Promise.all([listCampaigns(ctx), supportersByCampaign(ctx)])
  const words = filter.find.toLowerCase()
  const named = all.filter(({ name, slug }) => name.toLowerCase().includes(words) || slug.includes(words))
  const found = named
    .filter(({ state }) => (filter.state ? state === filter.state : state !== 'archived'))
    .map((campaign) => ({ ...campaign, supporters: supporters.get(campaign.id) ?? 0 }))
    .sort(inOrder(filter.sort, filter.way ?? usualWay(filter.sort)))
  const pages = Math.max(1, Math.ceil(found.length / PAGE))
  const page = Math.min(filter.page, pages)
  const count = (state: CampaignState) => named.filter((each) => each.state === state).length
  return {
    campaigns: found.slice((page - 1) * PAGE, page * PAGE),
    ...{ total: found.length, page, pages },
    byState: {
      draft: count('draft'),
      live: count('live'),
      paused: count('paused'),
      closed: count('closed'),
      unpublished: count('unpublished'),
      archived: count('archived'),
    },
  }
}

/** The way in which a column is read first: names from A, what is counted or dated from the most. */
export function usualWay(order: CampaignOrder): 'up' | 'down' {
  return order === 'title' || order === 'state' ? 'up' : 'down'
}

function inOrder(order: CampaignOrder, way: 'up' | 'down') {
  const turn = way === 'up' ? 1 : -1
  const byName = (a: FoundCampaign, b: FoundCampaign) => a.name.localeCompare(b.name, 'en')
  const value = (one: FoundCampaign): number => {
    if (order === 'saved') return one.savedAt.getTime()
    if (order === 'supporters') return one.supporters
    if (order === 'live') return one.firstLiveAt?.getTime() ?? 0
    return campaignStates.indexOf(one.state)
  }
  return (a: FoundCampaign, b: FoundCampaign) =>
    order === 'title' ? turn * byName(a, b) : turn * (value(a) - value(b)) || byName(a, b)
}

const row = z.object({ id: z.string(), supporters: z.number() })

async function supportersByCampaign({ db }: Context): Promise<Map<string, number>> {
  const rows = await readRows(
    db,
    row,
    sql`select campaign_id as id, sum(supporters)::int as supporters from figures group by campaign_id`,
  )
  return new Map(rows.map(({ id, supporters }) => [id, supporters]))
}
