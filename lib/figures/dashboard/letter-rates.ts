import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { momentWithin, ofCampaign, type Scope } from './scope'

const rate = z.object({ ask: z.string(), submitted: z.number(), confirmed: z.number() })
/** Letters with an ask that were submitted, and those of them that were confirmed. */
export type LetterRate = z.infer<typeof rate>

/** How many letters with each ask were confirmed, of those submitted in a scope a day ago and more: of the others it is too early. */
export function letterRates(ctx: Context, scope: Scope): Promise<LetterRate[]> {
  const aDayAgo = sql`${ctx.now().toISOString()}::timestamptz - interval '1 day'`
  return readRows(
    ctx.db,
    rate,
    sql`
    select ask, count(*)::int as submitted, count(confirmed_at)::int as confirmed
    from letters, unnest(asks) ask
    where ${momentWithin(sql`created_at`, scope)} and created_at <= ${aDayAgo} and ${ofCampaign(scope.campaignId)}
      and chases is null and reflected_at is null and not_genuine_at is null and state <> 'withdrawn'
    group by ask order by confirmed desc, ask limit 20`,
  )
}
