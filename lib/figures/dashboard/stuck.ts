import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { heldReasons, reviewRuleNames } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { narrowed, type OfCampaigns, ofCampaign, type Scope } from './scope'

const held = z.object({
  reason: z.enum(heldReasons),
  /** The rule that held it for a person to look at, where one did. */
  rule: z.enum(reviewRuleNames).nullable(),
  letters: z.number(),
  /** When the first of them was confirmed. */
  since: z.coerce.date().nullable(),
})
const waits = z.object({
  queued: z.number(),
  queuedSince: z.coerce.date().nullable(),
  unconfirmed: z.number(),
  bounced: z.number(),
  failed: z.number(),
})

/** What has not gone on, as it stands now, whenever it was written: the same letters as the letters page lists. */
export type StuckFigures = z.infer<typeof waits> & {
  /** Held letters in all, and by what holds them: most first. */
  held: number
  byReason: z.infer<typeof held>[]
}

export async function stuckFigures(
  ctx: Context,
  campaignId: OfCampaigns,
  narrower: Pick<Scope, 'seats' | 'source'> = {},
): Promise<StuckFigures> {
  const counts = sql`${ofCampaign(campaignId)}${narrowed(narrower)} and reflected_at is null and not_genuine_at is null and chases is null`
  const [byReason, [waiting]] = await Promise.all([
    readRows(
      ctx.db,
      held,
      sql`
      select held_reason as reason, case when held_reason in ('staff', 'abuse') then review_rule end as rule,
        count(*)::int as letters, min(confirmed_at) as since
      from letters where state = 'held' and ${counts} group by 1, 2 order by 3 desc, 1, 2`,
    ),
    readRows(
      ctx.db,
      waits,
      sql`
      select (count(*) filter (where state in ('queued', 'sending')))::int as queued,
        min(confirmed_at) filter (where state in ('queued', 'sending')) as "queuedSince",
        (count(*) filter (where state = 'unconfirmed'))::int as unconfirmed,
        (count(*) filter (where state = 'bounced'))::int as bounced,
        (count(*) filter (where state = 'failed'))::int as failed
      from letters where state in ('queued', 'sending', 'unconfirmed', 'bounced', 'failed') and ${counts}`,
    ),
  ])
  return {
    held: byReason.reduce((sum, { letters }) => sum + letters, 0),
    byReason,
    queued: waiting?.queued ?? 0,
    queuedSince: waiting?.queuedSince ?? null,
    unconfirmed: waiting?.unconfirmed ?? 0,
    bounced: waiting?.bounced ?? 0,
    failed: waiting?.failed ?? 0,
  }
}
