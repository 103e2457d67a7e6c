import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { figureState } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { countLastDay } from './last-day'
import { sumDueLetterDays, sumLetterDays } from './letter-days'
import { addMeasures, measureColumns, sumByMeasure, unread } from './measure-columns'
import { recount } from './recount'
import { sumDueDays } from './sum-due-days'

/**
 * Adds what has happened since the last time to the figures: one grouped statement over the record, under a lock that
 * lets one process at a time do it. Gives `false` when another was at it.
 */
export function rollUp(ctx: Context): Promise<boolean> {
  return inTransaction(ctx, async (inner) => {
    const { db, now } = inner
    const [lock] = await readRows(
      db,
      z.object({ got: z.boolean(), known: z.boolean() }),
      sql`
      select pg_try_advisory_xact_lock(hashtext('figures roll-up')) as got,
        -- A database that was copied elsewhere counts its transactions anew.
        exists (
          select 1 from figure_state where pg_snapshot_xmax(seen) <= pg_snapshot_xmax(pg_current_snapshot())
        ) as known`,
    )
    if (!lock?.got) return false
    if (!lock.known) {
      await recount(inner)
      await countLastDay(inner)
      await sumLetterDays(inner)
      await sumDueDays(inner)
      await sumDueLetterDays(inner)
      return true
    }
    await db.execute(sql`
      with pending as (
        select figure_events.* from figure_events, figure_state where ${unread}
      ),
      hours as (
        insert into figure_hours (campaign_id, constituency_code, hour, source_id, lasting, ${measureColumns})
        select campaign_id, constituency_code, hour, source_id, lasting, ${sumByMeasure} from pending
        group by campaign_id, constituency_code, hour, source_id, lasting
        on conflict (campaign_id, hour, constituency_code, source_id, lasting) do update set ${addMeasures}
      ),
      totals as (
        insert into figures (campaign_id, constituency_code, supporters, letters)
        select campaign_id, constituency_code,
          coalesce(sum(amount) filter (where measure = 'confirmed'), 0),
          coalesce(sum(amount) filter (where measure = 'accepted'), 0)
        from pending where measure in ('confirmed', 'accepted')
        group by campaign_id, constituency_code
        on conflict (campaign_id, constituency_code) do update
          set supporters = figures.supporters + excluded.supporters, letters = figures.letters + excluded.letters
      ),
      rolls as (
        insert into figure_rolls (campaign_id, rolled_at)
        select id, ${now().toISOString()}::timestamptz from campaigns
        on conflict (campaign_id) do update set rolled_at = excluded.rolled_at
      )
      update figure_state set ${seenNow}, changed_at = case
        when exists (select 1 from pending) then ${now().toISOString()}::timestamptz else changed_at end`)
    await countLastDay(inner)
    await sumLetterDays(inner)
    await sumDueDays(inner)
    await sumDueLetterDays(inner)
    return true
  })
}

/** What a statement over `pending` has read. */
export const seenNow = sql`
  seen = pg_current_snapshot(), own_xact = pg_current_xact_id(),
  own_id = greatest(
    coalesce((select max(id) from pending where xact = pg_current_xact_id()), 0),
    case when own_xact = pg_current_xact_id() then own_id else 0 end)`

/** When a figure last moved; null before the first roll-up. */
export async function figuresChangedAt({ db }: Context): Promise<Date | null> {
  const [state] = await db.select({ at: figureState.changedAt }).from(figureState)
  return state?.at ?? null
}
