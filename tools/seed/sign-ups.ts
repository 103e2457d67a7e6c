import { sql } from 'drizzle-orm'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { Context } from '@/lib/kernel/context'
import { anyWording } from '@/lib/writing/wordings/any-wording'

type Seed = {
  campaign: LiveCampaign
  count: number
  /** They are spread over so many days up to now. */
  days: number
  /** Which of all made-up people is the first: another call goes on where the last one ended. */
  from: number
}

const SOURCES = 40
const AT_ONCE = 10_000
const WORDINGS = 50

/**
 * Makes up sign-ups for benches and for trying the dashboard out: over all seats, unevenly; over the days, more by
 * evening; from forty sources. Most are confirmed, their letters accepted or delivered, some answered; the rest are held, so that nothing is sent. The names and
 * texts are erased as it were: there is nobody behind them. The same call makes the same people.
 */
export async function seedSignUps(ctx: Context, { campaign, count, days, from }: Seed): Promise<void> {
  await makeSources(ctx)
  const wordings = Array.from({ length: WORDINGS }, (_, turn) => anyWording(campaign.content, turn))
  const asks = campaign.content.asks.map(({ id }) => id)
  const prompts = campaign.content.prompts.map(({ id }) => id)
  for (let first = from; first < from + count; first += AT_ONCE) {
    const last = Math.min(first + AT_ONCE, from + count) - 1
    await makeSome(ctx, { campaign, days, first, last, asks, prompts, wordings: JSON.stringify(wordings) })
  }
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
  asks: string[]
  prompts: string[]
  wordings: string
}

/** A number from 0 up to 1 for the person `n`: half of a hash, so that there is no chance in it. */
function chance(what: string) {
  return sql.raw(`((hashtextextended('${what}' || n, 0) & 4294967295) / 4294967296.0)`)
}

/** Numbers that look random come from a hash of the person's place in the row, so that there is no chance in them. */
async function makeSome(
  { db, now }: Context,
  { campaign, days, first, last, asks, prompts, wordings }: Some,
): Promise<void> {
  const at = now().toISOString()
  await db.execute(sql`
    with seats as materialized (
      select array_agg(code order by hashtext(code)) as codes from constituencies
    ),
    origins as materialized (
      select array_agg(id order by id) as ids from sources
    ),
    people as materialized (
      select n, md5('sign-up ' || n)::uuid as id,
        codes[1 + floor(array_length(codes, 1) * power(${chance('seat')}, 1.3))::int] as seat,
        ${at}::timestamptz - make_interval(secs => floor(${days}::int * 86400 * ${chance('when')})) as created,
        ${chance('fate')} as fate, 60 + floor(7200 * power(${chance('wait')}, 6)) as wait,
        ${chance('updates')} < 0.4 as updates, ${chance('leave')} < 0.05 as leaves,
        case when ${chance('origin')} < 0.3 then 0
          else ids[1 + floor(array_length(ids, 1) * power(${chance('which')}, 2))::int] end as source
      from generate_series(${first}::int, ${last}::int) n, seats, origins
    ),
    timed as materialized (
      select *, fate < 0.85 and created + make_interval(secs => wait) <= ${at}::timestamptz as confirms,
        created + make_interval(secs => wait) as confirmed,
        created + make_interval(secs => wait + 300) as accepted, created + make_interval(secs => wait + 360) as ended
      from people
    ),
    signed as (
      insert into supporters (id, campaign_id, submission_id, constituency_code, updates_asked_at, updates_wording,
        updates_wording_version, created_at, confirmed_at, household_place, unsubscribed_at, erased_at)
      select id, ${campaign.id}::uuid, id, seat, case when updates then created end, 'made up', 'made up', created,
        case when confirms then confirmed end, case when confirms then 1 end,
        case when confirms and leaves then ended end, ${at}::timestamptz
      from timed
    )
    insert into letters (id, campaign_id, version_id, supporter_id, constituency_code, state, held_reason, asks, wording, own_share,
      own_words, answered, overlap, source_id, created_at, confirmed_at, accepted_at, ended_at, reply_asked_at, mp_id)
    select id, ${campaign.id}::uuid, ${campaign.versionId}::uuid, id, seat,
      case when not confirms then 'unconfirmed' when fate < 0.5 then 'delivered' when fate < 0.8 then 'accepted'
        when fate < 0.82 then 'bounced' when fate < 0.83 then 'withdrawn' else 'held' end,
      case when confirms and fate >= 0.83 then 'staff' end,
      (array(select jsonb_array_elements_text(${JSON.stringify(asks)}::jsonb)))[1:1 + n % ${asks.length}],
      ${wordings}::jsonb -> (n % ${WORDINGS}), ${chance('own')}, floor(60 * ${chance('own')}),
      (array(select jsonb_array_elements_text(${JSON.stringify(prompts)}::jsonb)))[1:n % ${prompts.length + 1}], ${chance('overlap')} / 2, source, created,
      case when confirms then confirmed end, case when confirms and fate < 0.82 then accepted end,
      case when confirms and fate < 0.5 or confirms and fate between 0.8 and 0.82 then ended end,
      case when confirms and fate < 0.5 and accepted + interval '14 days' <= ${at}::timestamptz then accepted + interval '14 days' end, null
    from timed`)
  await db.execute(sql`
    insert into replies (letter_id, answer, answered_at)
    select id, case when ${chance('answer')} < 0.1 then 'real-answer' when ${chance('answer')} < 0.2 then 'acknowledgement'
      when ${chance('answer')} < 0.25 then 'no' else 'not-expected' end,
      least(reply_asked_at + interval '1 hour', ${at}::timestamptz)
    from generate_series(${first}::int, ${last}::int) n join letters on id = md5('sign-up ' || n)::uuid
    where reply_asked_at is not null and ${chance('answer')} < 0.3`)
}
