import { type SQL, sql } from 'drizzle-orm'
import { alikeColumns, waitColumn } from '@/lib/figures/roll-up/letter-days'
import { isNarrowed, momentWithin, ofCampaign, type Scope } from './scope'

/** Letters of a scope that count in figures. */
export function genuineIn(scope: Scope): SQL {
  return sql`${momentWithin(sql`created_at`, scope)} and ${ofCampaign(scope.campaignId)} and chases is null and reflected_at is null and not_genuine_at is null`
}

/** How many letters of a scope have all of it in common, as `many`: from the days, or where it is narrowed from the letters. */
export function alikeIn(scope: Scope): SQL {
  if (isNarrowed(scope)) {
    return sql`select ${alikeColumns}, count(*) as many from letters where ${genuineIn(scope)} group by 1, 2, 3, 4, 5, 6, 7`
  }
  return sql`
    select campaign_id, facets ->> 'state' as state, facets ->> 'held_reason' as held_reason,
      array(select jsonb_array_elements_text(facets -> 'asks')) as asks,
      array(select jsonb_array_elements_text(facets -> 'answered')) as answered,
      (facets -> 'noticed')::bool as noticed, (facets -> 'confirmed')::bool as confirmed, many
    from (
      select campaign_id, facets, sum(letters) as many from letter_days where kind = 'alike' and ${daysOf(scope)} group by 1, 2
    ) as summed`
}

/** How many letters of a scope took how long to be confirmed, as `wait` and `many`. */
export function waitsIn(scope: Scope): SQL {
  if (isNarrowed(scope)) {
    return sql`
      select ${waitColumn} as wait, count(*) as many from letters
      where ${genuineIn(scope)} and state <> 'withdrawn' and confirmed_at is not null group by 1`
  }
  return sql`select facets::int as wait, sum(letters) as many from letter_days where kind = 'wait' and ${daysOf(scope)} group by 1`
}

function daysOf({ campaignId, from, to }: Scope): SQL {
  return sql`day between ${from}::date and ${to}::date and ${ofCampaign(campaignId)}`
}
