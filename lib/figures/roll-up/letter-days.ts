import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { startOfLondonDay } from '@/lib/kernel/time/day'

/** Own words from which an office takes notice. */
export const OWN_WORDS_NOTICED = 20
/** Where the bands of a share begin, and the last ends. */
export const SHARE_EDGES = [0, 0.05, 0.25, 0.5, 0.75, 1.01] as const

const campaignDay = z.object({ campaignId: z.string(), day: z.string() })
type CampaignDay = z.infer<typeof campaignDay>

/** What letters have in common by which they are counted, whether read one by one or from the days. */
export const alikeColumns = sql`campaign_id, state, held_reason, asks, answered, own_words >= ${sql.raw(String(OWN_WORDS_NOTICED))} as noticed,
  confirmed_at is not null as confirmed`

/**
 * How long confirming took in seconds, rounded up as it is said: to seconds up to a minute and a half, to minutes up to
 * an hour and a half, and to hours.
 */
export const waitColumn = sql.raw(
  `(select case when seconds < 90 then ceil(seconds) when seconds < 5400 then 60 * ceil(seconds / 60) else 3600 * ceil(seconds / 3600) end
    from (select extract(epoch from confirmed_at - created_at) as seconds) as waited)::int`,
)

/** The band of a share, from 1; 0 of what has none. */
export function bandColumn(share: 'own_share' | 'overlap') {
  return sql.raw(`coalesce(width_bucket(${share}::float8, array[${SHARE_EDGES.join(',')}]::float8[]), 0)`)
}

/**
 * Counts the days anew of which letters have changed since the last time. A mark is written with the change that it is
 * of: whoever sees it sees that, and what comes later leaves a mark of its own. The caller holds the roll-up's lock.
 */
export async function sumLetterDays(ctx: Context): Promise<void> {
  const marked = await readRows(
    ctx.db,
    campaignDay,
    sql`
    with taken as (delete from letter_day_marks returning campaign_id, day)
    select distinct campaign_id as "campaignId", day::text as day from taken order by 1, 2`,
  )
  for (const each of marked) await sumDay(ctx, each)
}

/** Counts every day anew; gives those that were not as their letters, though nothing had marked them, with how many of their counts. */
export async function recountLetterDays(ctx: Context): Promise<(CampaignDay & { changed: number })[]> {
  await sumLetterDays(ctx)
  const days = await readRows(
    ctx.db,
    campaignDay,
    sql`
    select campaign_id as "campaignId", day::text as day from letter_days
    union
    select campaign_id, ((created_at at time zone 'Europe/London')::date)::text from letters
    order by 1, 2`,
  )
  const off: (CampaignDay & { changed: number })[] = []
  for (const each of days) {
    const changed = await sumDay(ctx, each)
    if (changed > 0) off.push({ ...each, changed })
  }
  if (off.length === 0) return []
  const marks = await readRows(
    ctx.db,
    campaignDay,
    sql`select distinct campaign_id as "campaignId", day::text as day from letter_day_marks`,
  )
  return off.filter(({ campaignId, day }) => !marks.some((one) => one.campaignId === campaignId && one.day === day))
}

/** Counts a day of a campaign from its letters; gives how many of its counts were otherwise before. */
async function sumDay({ db }: Context, { campaignId, day }: CampaignDay): Promise<number> {
  const own = sql`campaign_id = ${campaignId}::uuid and day = ${day}::date`
  const [row] = await readRows(
    db,
    z.object({ changed: z.number() }),
    sql`
    with genuine as materialized (
      select ${alikeColumns}, case when state <> 'withdrawn' then ${waitColumn} end as wait,
        ${bandColumn('own_share')} as own_band, ${bandColumn('overlap')} as overlap_band
      from letters
      where campaign_id = ${campaignId}::uuid and created_at >= ${startOfLondonDay(day)}
        and created_at < ${startOfLondonDay(day, 1)} and chases is null and reflected_at is null and not_genuine_at is null
    ),
    fresh (kind, facets, letters) as materialized (
      select 'alike', jsonb_build_object('state', state, 'held_reason', held_reason, 'asks', to_jsonb(asks),
        'answered', to_jsonb(answered), 'noticed', noticed, 'confirmed', confirmed), many
      from (
        select state, held_reason, asks, answered, noticed, confirmed, count(*)::int as many
        from genuine group by 1, 2, 3, 4, 5, 6
      ) as alike
      union all
      select 'wait', to_jsonb(wait), count(*)::int from genuine where wait is not null group by wait
      union all
      select 'own', jsonb_build_object('own', own_band, 'overlap', overlap_band), count(*)::int
      from genuine where confirmed group by own_band, overlap_band
    ),
    put as (
      insert into letter_days (campaign_id, day, kind, facets, letters)
      select ${campaignId}::uuid, ${day}::date, kind, facets, letters from fresh
      on conflict (campaign_id, day, kind, facets) do update set letters = excluded.letters
        where letter_days.letters <> excluded.letters
      returning 1
    ),
    gone as (
      delete from letter_days where ${own}
        and not exists (select from fresh where (fresh.kind, fresh.facets) = (letter_days.kind, letter_days.facets))
      returning 1
    )
    select (select count(*) from put)::int + (select count(*) from gone)::int as changed`,
  )
  return row?.changed ?? 0
}
