import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { startOfLondonDay } from '@/lib/kernel/time/day'
import { factsOfLetter } from './letter-facts'

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

const mark = campaignDay.extend({
  /** Of which seats and sources letters have changed; `null`: it is not known which. */
  seats: z.array(z.string()).nullable(),
  sources: z.array(z.string()).nullable(),
  /** Whether it is the day on which they were asked whether their MPs had replied, in place of the one when they were submitted. */
  asked: z.boolean(),
})

/**
 * Counts the days anew of which letters have changed since the last time. A mark is written with the change that it is
 * of: whoever sees it sees that, and what comes later leaves a mark of its own. The caller holds the roll-up's lock.
 */
export async function sumLetterDays(ctx: Context): Promise<void> {
  // Who takes marks without a word counts no parts: then the days are due.
  await ctx.db.execute(sql`select set_config('dear_mp.counts_parts', 'on', true)`)
  const marked = await readRows(
    ctx.db,
    mark,
    sql`
    with taken as (delete from letter_day_marks returning campaign_id, day, asked, constituency_code, source_id)
    select campaign_id as "campaignId", day::text as day, asked,
      case when bool_and(constituency_code is not null) then array_agg(distinct constituency_code) end as seats,
      case when bool_and(source_id is not null) then array_agg(distinct coalesce(utm_source, '')) end as sources
    from taken left join sources on sources.id = source_id group by 1, 2, 3 order by 1, 2, 3`,
  )
  for (const each of marked) await (each.asked ? sumAskedDay(ctx, each) : sumDay(ctx, each))
}

/** So many days of before an upgrade are summed up in one roll-up. */
const DUE_AT_ONCE = 3

/**
 * Sums some days up that were counted before letters were summed by seat and by source, the latest first; gives how
 * many. The caller holds the roll-up's lock.
 */
export async function sumDueLetterDays(ctx: Context): Promise<number> {
  const due = await readRows(
    ctx.db,
    campaignDay,
    sql`
    delete from letter_days_due where ctid = any(array(
      select ctid from letter_days_due order by day desc, campaign_id limit ${DUE_AT_ONCE}
    )) returning campaign_id as "campaignId", day::text as day`,
  )
  for (const each of due) {
    await sumDay(ctx, each)
    await sumAskedDay(ctx, each)
  }
  return due.length
}

/** Counts every day anew; gives those that were not as their letters, though nothing had marked them, with how many of their counts. */
export async function recountLetterDays(ctx: Context): Promise<(CampaignDay & { changed: number })[]> {
  await sumLetterDays(ctx)
  for (let due = 1; due > 0; ) due = await sumDueLetterDays(ctx)
  const days = await readRows(
    ctx.db,
    campaignDay,
    sql`
    select campaign_id as "campaignId", day::text as day from letter_days
    union
    select campaign_id, ((created_at at time zone 'Europe/London')::date)::text from letters
    union
    select campaign_id, day::text from letter_day_parts
    union
    select campaign_id, ((reply_asked_at at time zone 'Europe/London')::date)::text from letters where reply_asked_at is not null
    order by 1, 2`,
  )
  const off: (CampaignDay & { changed: number })[] = []
  for (const each of days) {
    const changed = (await sumDay(ctx, each)) + (await sumAskedDay(ctx, each))
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

type Parts = { seats?: readonly string[] | null; sources?: readonly string[] | null }

/**
 * Counts a day of a campaign from its letters, and its parts, or those of some seats and sources alone; gives how many of
 * its counts were otherwise before.
 */
async function sumDay({ db }: Context, { campaignId, day, seats, sources }: CampaignDay & Parts): Promise<number> {
  const own = sql`campaign_id = ${campaignId}::uuid and day = ${day}::date`
  const among = (column: SQL, keys: readonly string[] | null | undefined) =>
    keys ? sql`${column} = any(${sql.param(keys)}::text[])` : sql`true`
  const [row] = await readRows(
    db,
    z.object({ changed: z.number() }),
    sql`
    with genuine as materialized (
      select ${alikeColumns}, case when state <> 'withdrawn' then ${waitColumn} end as wait,
        ${bandColumn('own_share')} as own_band, ${bandColumn('overlap')} as overlap_band, constituency_code, source_id
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
    placed as (
      select 'seat' as part, constituency_code as key, genuine.* from genuine where ${among(sql`constituency_code`, seats)}
      union all
      select 'source', coalesce(utm_source, ''), genuine.* from genuine left join sources on sources.id = source_id
      where ${among(sql`coalesce(utm_source, '')`, sources)}
    ),
    counted as (
      select part, key, 'facts' as kind, fact, count(*)::int as many
      from placed cross join lateral (${factsOfLetter}) as facts group by 1, 2, 3, 4
      union all
      select part, key, 'wait', wait::text, count(*)::int from placed where wait is not null group by 1, 2, 3, 4
    ),
    parts as materialized (
      select part, key, kind, array_agg(fact order by fact) as facts, array_agg(many order by fact) as counts
      from counted group by 1, 2, 3
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
    ),
    put_parts as (
      insert into letter_day_parts (campaign_id, day, part, key, kind, facts, counts)
      select ${campaignId}::uuid, ${day}::date, part, key, kind, facts, counts from parts
      on conflict (campaign_id, part, kind, day, key) do update set facts = excluded.facts, counts = excluded.counts
        where (letter_day_parts.facts, letter_day_parts.counts) is distinct from (excluded.facts, excluded.counts)
      returning 1
    ),
    gone_parts as (
      delete from letter_day_parts where ${own} and kind in ('facts', 'wait')
        and case part when 'seat' then ${among(sql`key`, seats)} else ${among(sql`key`, sources)} end
        and not exists (
          select from parts where (parts.part, parts.key, parts.kind) = (letter_day_parts.part, letter_day_parts.key, letter_day_parts.kind))
      returning 1
    )
    select (select count(*) from put)::int + (select count(*) from gone)::int
      + (select count(*) from put_parts)::int + (select count(*) from gone_parts)::int as changed`,
  )
  return row?.changed ?? 0
}

/**
 * Counts what is said of replies by those who were asked on a day, in all and by seat and source; gives how many of its
 * counts were otherwise before.
 */
async function sumAskedDay({ db }: Context, { campaignId, day }: CampaignDay): Promise<number> {
  const [row] = await readRows(
    db,
    z.object({ changed: z.number() }),
    sql`
    with asked as materialized (
      select constituency_code, source_id, coalesce(answer, 'nothing') as fact
      from letters left join replies on letter_id = letters.id
      where campaign_id = ${campaignId}::uuid and reply_asked_at >= ${startOfLondonDay(day)}
        and reply_asked_at < ${startOfLondonDay(day, 1)} and state <> 'withdrawn'
        and chases is null and reflected_at is null and not_genuine_at is null
    ),
    counted as (
      select 'all' as part, '' as key, fact, count(*)::int as many from asked group by 1, 2, 3
      union all
      select 'seat', constituency_code, fact, count(*)::int from asked group by 1, 2, 3
      union all
      select 'source', coalesce(utm_source, ''), fact, count(*)::int
      from asked left join sources on sources.id = source_id group by 1, 2, 3
    ),
    parts as materialized (
      select part, key, array_agg(fact order by fact) as facts, array_agg(many order by fact) as counts
      from counted group by 1, 2
    ),
    put as (
      insert into letter_day_parts (campaign_id, day, part, key, kind, facts, counts)
      select ${campaignId}::uuid, ${day}::date, part, key, 'asked', facts, counts from parts
      on conflict (campaign_id, part, kind, day, key) do update set facts = excluded.facts, counts = excluded.counts
        where (letter_day_parts.facts, letter_day_parts.counts) is distinct from (excluded.facts, excluded.counts)
      returning 1
    ),
    gone as (
      delete from letter_day_parts
      where campaign_id = ${campaignId}::uuid and day = ${day}::date and kind = 'asked'
        and not exists (select from parts where (parts.part, parts.key) = (letter_day_parts.part, letter_day_parts.key))
      returning 1
    )
    select (select count(*) from put)::int + (select count(*) from gone)::int as changed`,
  )
  return row?.changed ?? 0
}
