import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { stepsOf } from '@/lib/content/next-steps'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { readRows } from '@/lib/kernel/read-rows'
import { anyWording } from '@/lib/writing/wordings/any-wording'

type Seed = {
  campaign: LiveCampaign
  count: number
  /** They are spread over so many days up to now. */
  days: number
  /** Which of all made-up people of the campaign is the first; without it they follow those who were made before. */
  from?: number
}

const SOURCES = 40
const AT_ONCE = 10_000
const WORDINGS = 50
/** The number of a made-up person stands in the last digits of their id. */
const NUMBER_DIGITS = 12

/**
 * Makes up whole stories for benches and for trying the dashboard out: pages seen, MPs looked up and letters begun, more
 * of them than letters; sign-ups over the campaign's seats, unevenly, and over the days; from forty sources. Letters wait,
 * are held for each reason, are sent, come back or fail; writers are asked about a reply after two weeks, and some answer.
 * Nothing is sent: the names and texts are erased as it were, there is nobody behind them. The same call in an empty
 * campaign makes the same people.
 */
export async function seedSignUps(ctx: Context, { campaign, count, days, from }: Seed): Promise<void> {
  await makeSources(ctx)
  const start = from ?? (await nextPerson(ctx, campaign.slug))
  if (from !== undefined) await refuseKnown(ctx, campaign.slug, from, count)
  const { content } = campaign
  const story = {
    campaign,
    days,
    wordings: JSON.stringify(Array.from({ length: WORDINGS }, (_, turn) => anyWording(content, turn))),
    asks: JSON.stringify(content.asks.map(({ id }) => id)),
    prompts: JSON.stringify(content.prompts.map(({ id }) => id)),
    steps: JSON.stringify(stepsOf(content).map(({ id }) => id)),
    nations: JSON.stringify(content.nations),
  }
  for (let first = start; first < start + count; first += AT_ONCE) {
    await makeSome(ctx, { ...story, first, last: Math.min(first + AT_ONCE, start + count) - 1 })
  }
}

/** An id begins with what is the campaign's alone, so that those of two never meet, and ends with the person's number. */
function idOf(slug: string, person: number): string {
  return startOf(slug) + person.toString(16).padStart(NUMBER_DIGITS, '0')
}

function startOf(slug: string): string {
  const hash = createHash('sha256').update(`sign-up ${slug}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(12, 15)}-8${hash.slice(15, 18)}-`
}

const known = z.object({ id: z.string() })

async function nextPerson(ctx: Context, slug: string): Promise<number> {
  const [last] = await peopleFrom(ctx, idOf(slug, 0), `${startOf(slug)}${'f'.repeat(NUMBER_DIGITS)}`)
  return last ? Number.parseInt(last.id.slice(-NUMBER_DIGITS), 16) + 1 : 0
}

async function refuseKnown(ctx: Context, slug: string, from: number, count: number): Promise<void> {
  const clash = await peopleFrom(ctx, idOf(slug, from), idOf(slug, from + count - 1))
  if (clash.length > 0) {
    throw new ExpectedFailure(
      `Some of these were made up before: leave --from out, or begin at ${await nextPerson(ctx, slug)}.`,
    )
  }
}

/** The last of them, where there is any. */
function peopleFrom({ db }: Context, first: string, last: string) {
  return readRows(
    db,
    known,
    sql`select id::text as id from supporters where id between ${first}::uuid and ${last}::uuid order by supporters.id desc limit 1`,
  )
}

async function makeSources({ db }: Context): Promise<void> {
  await db.execute(sql`
    insert into sources (utm_source, utm_medium, referrer, share)
    select
      case when n % 4 = 0 then 'newsletter ' || n else '' end, case when n % 4 = 0 then 'email' else '' end,
      case when n % 4 = 1 then 'news' || n || '.example' else '' end,
      case when n % 4 > 1 then substr(md5(n::text), 1, 10) else '' end
    from generate_series(1, ${SOURCES}::int) n
    on conflict do nothing`)
}

type Some = {
  campaign: LiveCampaign
  days: number
  first: number
  last: number
  asks: string
  prompts: string
  wordings: string
  steps: string
  nations: string
}

/** A number from 0 up to 1 for a person's `key`: half of a hash, so that there is no chance in it. */
function chance(what: string) {
  return sql.raw(`((hashtextextended('${what} ' || key, 0) & 4294967295) / 4294967296.0)`)
}

/** Letters that stand in the ledger's queue are due only so much later: there is no text that could be sent. */
const NOT_DUE_FOR = '1 year'

/** Numbers that look random come from a hash of the person's place in the row, so that there is no chance in them. */
async function makeSome({ db, now }: Context, some: Some): Promise<void> {
  const { campaign, days, first, last, asks, prompts, wordings, steps, nations } = some
  const at = sql`${now().toISOString()}::timestamptz`
  await db.execute(sql`
    with seats as materialized (
      select array_agg(code order by hashtext(code)) as codes from constituencies
      where ${nations}::jsonb = '[]' or ${nations}::jsonb ? nation
    ),
    origins as materialized (
      select array_agg(id order by id) as ids from sources
    ),
    people as materialized (
      select n, (${startOf(campaign.slug)} || lpad(to_hex(n), ${NUMBER_DIGITS}, '0'))::uuid as id,
        ${campaign.slug} || ' ' || n as key
      from generate_series(${first}::bigint, ${last}::bigint) n
    ),
    placed as materialized (
      select people.*, codes[1 + floor(array_length(codes, 1) * power(${chance('seat')}, 1.3))::int] as seat,
        ${at} - make_interval(secs => floor(${days}::int * 86400 * ${chance('when')})) as created,
        ${chance('fate')} as fate, 60 + floor(7200 * power(${chance('wait')}, 6)) as wait,
        ${chance('updates')} < 0.4 as updates, ${chance('leave')} < 0.05 as leaves,
        case when ${chance('origin')} < 0.3 then 0
          else ids[1 + floor(array_length(ids, 1) * power(${chance('which')}, 2))::int] end as source
      from people, seats, origins
    ),
    timed as materialized (
      select placed.*, mps.id as mp, mps.id is null as vacant, mps.email is null as unaddressed,
        fate < 0.85 and created + make_interval(secs => wait) <= ${at} as confirms,
        created + make_interval(secs => wait) as confirmed,
        least(created + make_interval(secs => wait + 300), ${at}) as accepted,
        least(created + make_interval(secs => wait + 360), ${at}) as ended
      from placed left join mps on mps.constituency_code = seat and mps.until is null
    ),
    fated as materialized (
      select timed.*, case
          when not confirms then 'unconfirmed' when fate < 0.01 then 'withdrawn' when fate < 0.02 then 'by-writer'
          when vacant or unaddressed then 'held' when fate < 0.5 then 'delivered' when fate < 0.77 then 'accepted'
          when fate < 0.79 then 'bounced' when fate < 0.8 then 'failed' when fate < 0.82 then 'queued' else 'held'
        end as fated,
        case when vacant then 'vacant' when unaddressed then 'no-email'
          else (array['abuse', 'abuse', 'staff', 'unsettled', 'returned', 'blocked'])[1 + floor(6 * ${chance('why')})::int]
        end as reason
      from timed
    ),
    told as materialized (
      select fated.*, case when fated in ('delivered', 'accepted', 'bounced') then accepted end as accepted_at,
        case when fated in ('delivered', 'bounced', 'failed', 'by-writer', 'withdrawn') then ended end as ended_at,
        case when fated in ('delivered', 'accepted') and not leaves and accepted + interval '14 days' <= ${at}
          then accepted + interval '14 days' end as asked
      from fated
    ),
    signed as (
      insert into supporters (id, campaign_id, submission_id, constituency_code, updates_asked_at, updates_wording,
        updates_wording_version, created_at, confirmed_at, household_place, unsubscribed_at, erased_at)
      select id, ${campaign.id}::uuid, id, seat, case when updates then created end, 'made up', 'made up', created,
        case when confirms then confirmed end, case when confirms then 1 end,
        case when confirms and leaves then ended end, ${at}
      from told
    ),
    written as (
      insert into letters (id, campaign_id, version_id, supporter_id, constituency_code, "placing", state, held_reason,
        review_rule, asks, wording, own_share, own_words, answered, overlap, source_id, created_at, confirmed_at,
        accepted_at, ended_at, due_at, reply_asked_at, sent_by_writer_at, sent_by_writer_by, mp_id)
      select id, ${campaign.id}::uuid, ${campaign.versionId}::uuid, id, seat,
        case when ${chance('place')} < 0.9 then 'inside' when ${chance('place')} < 0.94 then 'near'
          when ${chance('place')} < 0.97 then 'elsewhere' else 'unknown' end,
        fated, case when fated = 'held' then reason end,
        case when fated = 'held' and reason = 'abuse' then
          (array['words', 'links', 'likeness', 'network', 'burst'])[1 + floor(5 * ${chance('rule')})::int] end,
        array(select jsonb_array_elements_text(${asks}::jsonb) limit 1 + n % jsonb_array_length(${asks}::jsonb)),
        ${wordings}::jsonb -> (n % ${WORDINGS})::int, ${chance('own')}, floor(60 * ${chance('own')}),
        array(select jsonb_array_elements_text(${prompts}::jsonb) limit n % (1 + jsonb_array_length(${prompts}::jsonb))),
        ${chance('overlap')} / 2, source, created, case when confirms then confirmed end, accepted_at, ended_at,
        case when fated = 'queued' then ${at} + ${NOT_DUE_FOR}::interval end, asked,
        case when fated = 'by-writer' then ended end,
        case when fated = 'by-writer' then case when n % 2 = 0 then 'post' else 'e-mail' end end,
        case when accepted_at is not null then mp end
      from told
    ),
    visited as materialized (
      select date_trunc('hour', created) as hour, seat, source, 1 + (${chance('begun')} < 0.35)::int as begun,
        floor(2 * ${chance('looked')})::int as looked, floor(6 * ${chance('seen')})::int as seen
      from told
    ),
    counted as (
      insert into figure_events (xact, campaign_id, constituency_code, hour, source_id, measure, lasting, amount)
      select pg_current_xact_id(), ${campaign.id}::uuid, place, hour, source, measure, true, sum(amount)
      from visited cross join lateral (values
        ('started', seat, begun), ('found', seat, begun + looked), ('viewed', '', begun + looked + seen)
      ) each (measure, place, amount)
      group by place, hour, source, measure
    )
    insert into step_counts (campaign_id, step, hour, shown, pressed)
    select ${campaign.id}::uuid, step, hour, count(*), count(*) filter (where pressed)
    from (
      select date_trunc('hour', confirmed) as hour, step, ${chance('press')} < 0.1 as pressed
      from told cross join jsonb_array_elements_text(${steps}::jsonb) step where confirms
    ) each group by step, hour
    on conflict (campaign_id, step, hour) do update
      set shown = step_counts.shown + excluded.shown, pressed = step_counts.pressed + excluded.pressed`)
  await db.execute(sql`
    insert into replies (letter_id, answer, answered_at)
    select id, case when ${chance('answer')} < 0.1 then 'real-answer' when ${chance('answer')} < 0.22 then 'acknowledgement'
        when ${chance('answer')} < 0.3 then 'no' else 'not-expected' end,
      least(reply_asked_at + make_interval(secs => floor(432000 * ${chance('later')})), ${at})
    from (
      select letters.id, reply_asked_at, ${campaign.slug} || ' ' || n as key
      from generate_series(${first}::bigint, ${last}::bigint) n
      join letters on letters.id = (${startOf(campaign.slug)} || lpad(to_hex(n), ${NUMBER_DIGITS}, '0'))::uuid
      where reply_asked_at is not null
    ) asked
    where ${chance('answer')} < 0.33`)
}
