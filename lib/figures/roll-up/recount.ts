import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { campaigns, measures } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { recountLetterDays } from './letter-days'
import {
  addMeasures,
  countedFromRows,
  measureColumns,
  measuresDiffer,
  setMeasures,
  sumByMeasure,
  unread,
} from './measure-columns'

const difference = z.object({
  campaign: z.string(),
  constituency: z.string(),
  measure: z.string(),
  was: z.number(),
  is: z.number(),
})
/** A constituency whose figures were not what its rows say; `measure` is the one that was off. */
export type Difference = z.infer<typeof difference>

/**
 * Counts everything anew from the rows, puts the figures right, and gives where they had been wrong. One statement, so
 * that rows and record are seen at one moment, however many letters arrive meanwhile. The caller holds the lock.
 */
export function recount({ db, now }: Context): Promise<Difference[]> {
  const at = sql`${now().toISOString()}::timestamptz`
  return readRows(
    db,
    difference,
    sql`
    with counted as materialized (
      select campaign_id, constituency_code, hour, source_id, ${sumByMeasure} from (${countedFromRows}) as each
      group by campaign_id, constituency_code, hour, source_id
    ),
    pending as materialized (
      select figure_events.* from figure_events left join figure_state on true
      where figure_state.one is null or (${unread})
    ),
    corrected as (
      insert into figure_hours (campaign_id, constituency_code, hour, source_id, lasting, ${measureColumns})
      select campaign_id, constituency_code, hour, source_id, false, ${measureColumns} from counted
      on conflict (campaign_id, hour, constituency_code, source_id, lasting) do update set ${setMeasures}
        where ${measuresDiffer}
    ),
    carried as (
      insert into figure_hours (campaign_id, constituency_code, hour, source_id, lasting, ${measureColumns})
      select campaign_id, constituency_code, hour, source_id, true, ${sumByMeasure} from pending where lasting
      group by campaign_id, constituency_code, hour, source_id
      on conflict (campaign_id, hour, constituency_code, source_id, lasting) do update set ${addMeasures}
    ),
    gone as (
      delete from figure_hours where not lasting and not exists (
        select 1 from counted where (counted.campaign_id, counted.hour, counted.constituency_code, counted.source_id)
          = (figure_hours.campaign_id, figure_hours.hour, figure_hours.constituency_code, figure_hours.source_id))
    ),
    sums as materialized (
      select campaign_id, constituency_code, sum(confirmed)::int as supporters, sum(accepted)::int as letters
      from counted group by campaign_id, constituency_code having sum(confirmed) > 0 or sum(accepted) > 0
    ),
    totals as (
      insert into figures (campaign_id, constituency_code, supporters, letters)
      select campaign_id, constituency_code, supporters, letters from sums
      on conflict (campaign_id, constituency_code) do update
        set supporters = excluded.supporters, letters = excluded.letters
        where (figures.supporters, figures.letters) is distinct from (excluded.supporters, excluded.letters)
    ),
    empty as (
      delete from figures where not exists (
        select 1 from sums where (sums.campaign_id, sums.constituency_code)
          = (figures.campaign_id, figures.constituency_code))
    ),
    rolls as (
      insert into figure_rolls (campaign_id, rolled_at) select id, ${at} from campaigns
      on conflict (campaign_id) do update set rolled_at = excluded.rolled_at
    ),
    state as (
      insert into figure_state (one, seen, own_xact, own_id, changed_at)
      select true, pg_current_snapshot(), pg_current_xact_id(), coalesce(max(id), 0), ${at} from figure_events
      where xact = pg_current_xact_id()
      on conflict (one) do update set seen = excluded.seen, own_xact = excluded.own_xact, own_id = excluded.own_id,
        changed_at = excluded.changed_at
    ),
    recorded as (
      select campaign_id, constituency_code, hour, source_id, m.measure, m.amount
      from figure_hours, lateral (values ${measureValues}) as m(measure, amount) where not lasting and m.amount <> 0
      union all
      select campaign_id, constituency_code, hour, source_id, measure, amount from pending where not lasting
    ),
    off as (
      select campaign_id, constituency_code, measure, sum(was) as was, sum(is_now) as is_now from (
        select campaign_id, constituency_code, hour, source_id, measure, sum(was) as was, sum(is_now) as is_now from (
          select campaign_id, constituency_code, hour, source_id, measure, amount as was, 0 as is_now from recorded
          union all
          select campaign_id, constituency_code, hour, source_id, m.measure, 0, m.amount
          from counted, lateral (values ${measureValues}) as m(measure, amount) where m.amount <> 0
        ) as both_ways
        group by 1, 2, 3, 4, 5 having sum(was) <> sum(is_now)
      ) as keys
      group by 1, 2, 3
      union all
      select campaign_id, constituency_code, m.measure, m.was, m.is_now from (
        select coalesce(figures.campaign_id, sums.campaign_id) as campaign_id,
          coalesce(figures.constituency_code, sums.constituency_code) as constituency_code,
          coalesce(figures.supporters, 0) + coalesce(late.supporters, 0) as supporters, coalesce(sums.supporters, 0) as supporters_now,
          coalesce(figures.letters, 0) + coalesce(late.letters, 0) as letters, coalesce(sums.letters, 0) as letters_now
        from figures
        full join sums using (campaign_id, constituency_code)
        left join (
          select campaign_id, constituency_code,
            coalesce(sum(amount) filter (where measure = 'confirmed'), 0) as supporters,
            coalesce(sum(amount) filter (where measure = 'accepted'), 0) as letters
          from pending where not lasting group by 1, 2
        ) as late using (campaign_id, constituency_code)
      ) as side, lateral (values
        ('supporters, in all', supporters, supporters_now), ('letters, in all', letters, letters_now)
      ) as m(measure, was, is_now)
      where m.was <> m.is_now
    )
    select campaigns.slug as campaign, constituency_code as constituency, measure, was::int as was, is_now::int as is
    from off join campaigns on campaigns.id = off.campaign_id
    order by 1, 2, 3`,
  )
}

const measureValues = sql.raw(measures.map((one) => `('${one}', ${one})`).join(', '))

/** Recounts everything from the rows, waiting for a roll-up that is under way; gives what had been wrong. */
export function rebuildFigures(ctx: Context): Promise<Difference[]> {
  return inTransaction(ctx, async (inner) => {
    await inner.db.execute(sql`select pg_advisory_xact_lock(hashtext('figures roll-up'))`)
    const differences = await recount(inner)
    const days = await recountLetterDays(inner)
    return [...differences, ...(await namedDays(inner, days))]
  })
}

/** The days of letters that were off, as differences: how many of their counts were, of which none is now. */
async function namedDays({ db }: Context, days: Awaited<ReturnType<typeof recountLetterDays>>): Promise<Difference[]> {
  if (days.length === 0) return []
  const slugs = await db.select({ id: campaigns.id, slug: campaigns.slug }).from(campaigns)
  return days.map(({ campaignId, day, changed }) => ({
    campaign: slugs.find(({ id }) => id === campaignId)?.slug ?? campaignId,
    constituency: '',
    measure: `wrong counts of the letters submitted on ${day}`,
    was: changed,
    is: 0,
  }))
}
