import { sql } from 'drizzle-orm'
import type { Context } from '@/lib/kernel/context'

/**
 * Counts, for each campaign, who was confirmed in the last 24 hours, from the hours that lie within them whole or as
 * far as they have come: at most an hour's worth is left out, and nobody is counted who came before.
 */
export async function countLastDay({ db, now }: Context): Promise<void> {
  await db.execute(sql`
    update figure_rolls set last_day = greatest(0, coalesce(sums.confirmed, 0))
    from figure_rolls rolls
    left join (
      select campaign_id, sum(confirmed)::int as confirmed from figure_sums
      where kind = 'all' and hour >= ${now().toISOString()}::timestamptz - interval '24 hours'
      group by campaign_id
    ) sums using (campaign_id)
    where figure_rolls.campaign_id = rolls.campaign_id
      and figure_rolls.last_day <> greatest(0, coalesce(sums.confirmed, 0))`)
}
