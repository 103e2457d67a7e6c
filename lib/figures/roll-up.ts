import { sql } from 'drizzle-orm'
import { type Context, inTransaction } from '../kernel/context'

/**
 * Counts supporters and letters by constituency, for every campaign: one grouped statement, under a
 * lock that lets one process at a time do it. Gives `false` when another was at it.
 */
export function rollUp(ctx: Context): Promise<boolean> {
  return inTransaction(ctx, async ({ db, now }) => {
    const [lock] = await db.execute<{ got: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('figures roll-up')) as got`,
    )
    if (!lock?.got) return false
    await db.execute(sql`
      with counted as (${countedFromRows}),
      stale as (
        delete from figures
        where not exists (
          select 1 from counted
          where counted.campaign_id = figures.campaign_id and counted.constituency_code = figures.constituency_code
        )
      )
      insert into figures (campaign_id, constituency_code, supporters, letters)
      select campaign_id, constituency_code, supporters, letters from counted
      on conflict (campaign_id, constituency_code) do update
        set supporters = excluded.supporters, letters = excluded.letters
        where (figures.supporters, figures.letters) is distinct from (excluded.supporters, excluded.letters)`)
    await db.execute(sql`
      insert into figure_rolls (campaign_id, rolled_at)
      select id, ${now().toISOString()}::timestamptz from campaigns
      on conflict (campaign_id) do update set rolled_at = excluded.rolled_at`)
    return true
  })
}

/**
 * The figures as the rows have them at this moment. A withdrawn letter, and its writer, count no more; a trial, whose
 * mail went to MAIL_REFLECT, never does.
 */
export const countedFromRows = sql`
  select campaign_id, constituency_code,
    count(*)::int as supporters,
    (count(*) filter (where accepted_at is not null))::int as letters
  from letters
  where confirmed_at is not null and state <> 'withdrawn' and reflected_at is null
  group by campaign_id, constituency_code`
