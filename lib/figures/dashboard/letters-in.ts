import { type SQL, sql } from 'drizzle-orm'
import type { letterPartKinds } from '@/db/schema/index'
import { alikeColumns, waitColumn } from '@/lib/figures/roll-up/letter-days'
import { factsOfLetter } from '@/lib/figures/roll-up/letter-facts'
import { isNarrowed, momentWithin, ofCampaign, type Scope } from './scope'

/** Letters of a scope that count in figures. */
export function genuineIn(scope: Scope): SQL {
  return sql`${momentWithin(sql`created_at`, scope)} and ${ofCampaign(scope.campaignId)} and chases is null and reflected_at is null and not_genuine_at is null`
}

/**
 * How many letters of a scope count as what, as `campaign_id`, `fact` and `many`: from the days as far as they tell. Of
 * some `kinds` of facts alone, where these are given.
 */
export function factsIn(scope: Scope, kinds?: readonly string[]): SQL {
  const among = kinds
    ? sql`where ${sql.join(
        kinds.map((kind) => sql`fact ^@ ${`${kind}:`}`),
        sql` or `,
      )}`
    : sql``
  const facts = (alike: SQL) => sql`
    select campaign_id, fact, sum(many)::int as many
    from (${alike}) as alike cross join lateral (${factsOfLetter}) as counted ${among} group by 1, 2`
  if (!isNarrowed(scope)) {
    return facts(sql`
      select campaign_id, facets ->> 'state' as state, facets ->> 'held_reason' as held_reason,
        array(select jsonb_array_elements_text(facets -> 'asks')) as asks,
        array(select jsonb_array_elements_text(facets -> 'answered')) as answered,
        (facets -> 'noticed')::bool as noticed, (facets -> 'confirmed')::bool as confirmed, many
      from (
        select campaign_id, facets, sum(letters) as many from letter_days where kind = 'alike' and ${daysOf(scope)} group by 1, 2
      ) as summed`)
  }
  return fromParts(
    scope,
    (parts) =>
      sql`select campaign_id, fact, sum(many)::int as many from (${parts('facts')}) as parts ${among} group by 1, 2`,
    facts(sql`
      select ${alikeColumns}, count(*) as many from letters where ${genuineIn(scope)} group by 1, 2, 3, 4, 5, 6, 7`),
  )
}

/** How many letters of a scope took how long to be confirmed, as `wait` and `many`. */
export function waitsIn(scope: Scope): SQL {
  if (!isNarrowed(scope)) {
    return sql`select facets::int as wait, sum(letters) as many from letter_days where kind = 'wait' and ${daysOf(scope)} group by 1`
  }
  return fromParts(
    scope,
    (parts) => sql`
      select fact::int as wait, many from (select fact, sum(many) as many from (${parts('wait')}) as parts group by 1) as summed`,
    sql`
      select ${waitColumn} as wait, count(*) as many from letters
      where ${genuineIn(scope)} and state <> 'withdrawn' and confirmed_at is not null group by 1`,
  )
}

/** What is said of replies by those who were asked in a scope, as `fact` and `many`; `null` where it is not summed up. */
export function saidIn(scope: Scope): SQL | null {
  const part = isNarrowed(scope) || scope.isDue ? partOf(scope) : sql`part = 'all'`
  return part && sql`select fact, sum(many)::int as many from (${partsIn('asked', part, scope)}) as parts group by 1`
}

type Parts = (kind: 'facts' | 'wait') => SQL

/** What `summed` makes of the parts of the days that a scope names; `fromLetters` where they do not tell of it. */
function fromParts(scope: Scope, summed: (parts: Parts) => SQL, fromLetters: SQL): SQL {
  const part = partOf(scope)
  if (!part) return fromLetters
  return summed((kind) => partsIn(kind, part, scope))
}

function partsIn(kind: (typeof letterPartKinds)[number], part: SQL, scope: Scope): SQL {
  return sql`
    select campaign_id, fact, many from letter_day_parts cross join lateral unnest(facts, counts) as each(fact, many)
    where kind = ${kind} and ${part} and ${daysOf(scope)}`
}

/** The rows of parts that a scope is narrowed to, where it is to seats or to a source alone. */
function partOf({ seats, source, isDue }: Scope): SQL | null {
  if (isDue || (seats !== undefined && source !== undefined)) return null
  return source === undefined
    ? sql`part = 'seat' and key = any(${`{${(seats ?? []).join(',')}}`}::text[])`
    : sql`part = 'source' and key = ${source}`
}

function daysOf({ campaignId, from, to }: Scope): SQL {
  return sql`day between ${from}::date and ${to}::date and ${ofCampaign(campaignId)}`
}
