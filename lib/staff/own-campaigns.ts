import { type AnyColumn, inArray, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { staff, staffCampaigns } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readValue } from '@/lib/kernel/read-rows'

type Actor = Pick<Context, 'actor'>

/** Ids of the campaigns that the actor works on; `null` for all that there are. */
export function ownCampaigns({ actor }: Actor): readonly string[] | null {
  return actor.kind === 'staff' ? actor.limitedTo : null
}

/** Whether the actor works on a campaign, by its id. Anybody but limited staff does: what they may do is asked elsewhere. */
export function isOwnCampaign(ctx: Actor, campaignId: string): boolean {
  return worksOn(ownCampaigns(ctx), campaignId)
}

/** Whether who is limited to these campaigns works on a campaign: with `null`, on every one. */
export function worksOn(limitedTo: readonly string[] | null, campaignId: string): boolean {
  return limitedTo?.includes(campaignId) ?? true
}

/** In a statement, that a column has the id of a campaign that the actor works on; nothing where they work on all. */
export function inOwnCampaigns(ctx: Actor, column: AnyColumn): SQL | undefined {
  const own = ownCampaigns(ctx)
  return own ? inArray(column, [...own]) : undefined
}

/** Has who made a campaign work on it, where they work on some alone. */
export async function keepOwn(ctx: Context, campaignId: string): Promise<void> {
  const { actor, db } = ctx
  if (actor.kind === 'staff' && actor.limitedTo)
    await db.insert(staffCampaigns).values({ staffId: actor.id, campaignId })
}

/** In a statement about `staff`: the campaigns that a member is limited to, `null` where they are not. Administrators never are. */
export const limitedTo = readValue(
  z.array(z.string()),
  sql`case when ${staff.limitedAt} is not null and ${staff.role} <> 'admin' then array(
    select campaign_id::text from staff_campaigns where staff_id = ${staff.id} order by 1
  ) end`,
)
