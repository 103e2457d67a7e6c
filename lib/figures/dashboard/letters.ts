import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { heldReasons, letterStates } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { momentWithin, ofCampaign, type Scope } from './scope'

const ofState = z.object({ state: z.enum(letterStates), letters: z.number() })
const ofReason = z.object({ reason: z.enum(heldReasons), letters: z.number() })
const ofAsk = z.object({ campaignId: z.string(), ask: z.string(), letters: z.number(), whole: z.number() })
const ofQuestion = z.object({
  campaignId: z.string(),
  question: z.string(),
  letters: z.number(),
  /** Those of them with as many own words as an office takes notice of. */
  own: z.number(),
})
const inAll = z.object({ letters: z.number(), own: z.number() })
const counts = inAll.extend({
  byState: z.array(ofState),
  byHeldReason: z.array(ofReason),
  byAsk: z.array(ofAsk),
  byQuestion: z.array(ofQuestion),
})
/** Own words from which an office takes notice. */
export const OWN_WORDS_NOTICED = 20
const waiting = z.object({
  /** Seconds from submitting to confirming: half took at most this long, nine in ten at most that. */
  halfWithin: z.number().nullable(),
  mostWithin: z.number().nullable(),
  /** Not confirmed after a day, and not erased yet. */
  unconfirmedAfterADay: z.number(),
})

/** What is known of the letters themselves: those submitted in the scope, as they stand now. */
export type LetterFigures = z.infer<typeof waiting> & {
  byState: z.infer<typeof ofState>[]
  /** Those of them that are held, by why. */
  byHeldReason: z.infer<typeof ofReason>[]
  /** By campaign and the id of the ask, which two campaigns may share; `whole` are the campaign's confirmed letters. */
  byAsk: z.infer<typeof ofAsk>[]
  /** Confirmed letters, and those with 20 own words or more; and both by campaign and the id of the question that was answered. */
  ownWords: z.infer<typeof inAll>
  byQuestion: z.infer<typeof ofQuestion>[]
}

export async function letterFigures(ctx: Context, scope: Scope): Promise<LetterFigures> {
  const { db } = ctx
  const now = sql`${ctx.now().toISOString()}::timestamptz`
  const rows = sql`${momentWithin(sql`created_at`, scope)} and ${ofCampaign(scope.campaignId)} and chases is null and reflected_at is null and not_genuine_at is null`
  const listed = (query: SQL) => sql`(select coalesce(json_agg(listed), '[]') from (${query}) as listed)`
  const [[parts], [waits]] = await Promise.all([
    // Letters are read once: what they have in common is counted, and the rest follows from those counts.
    readRows(
      db,
      counts,
      sql`
      with alike as materialized (
        select campaign_id, state, held_reason, asks, answered, own_words >= ${OWN_WORDS_NOTICED} as noticed,
          confirmed_at is not null and state <> 'withdrawn' as stands, count(*) as many
        from letters where ${rows} group by 1, 2, 3, 4, 5, 6, 7
      ),
      standing as (select * from alike where stands),
      wholes as (select campaign_id, sum(many)::int as whole from standing group by 1)
      select
        ${listed(sql`select state, sum(many)::int as letters from alike group by 1 order by 2 desc, 1`)} as "byState",
        ${listed(sql`
          select held_reason as reason, sum(many)::int as letters from alike
          where state = 'held' group by 1 order by 2 desc, 1`)} as "byHeldReason",
        ${listed(sql`
          select campaign_id as "campaignId", ask, sum(many)::int as letters, whole
          from standing cross join unnest(asks) ask join wholes using (campaign_id)
          group by campaign_id, ask, whole order by 3 desc, 1, 2 limit 100`)} as "byAsk",
        ${listed(sql`
          select campaign_id as "campaignId", question, sum(many)::int as letters,
            coalesce(sum(many) filter (where noticed), 0)::int as own
          from standing cross join unnest(answered) question
          group by 1, 2 order by 3 desc, 1, 2 limit 100`)} as "byQuestion",
        (select coalesce(sum(many), 0)::int from standing) as letters,
        (select coalesce(sum(many), 0)::int from standing where noticed) as own`,
    ),
    readRows(
      db,
      waiting,
      sql`
      select
        percentile_cont(0.5) within group (order by extract(epoch from confirmed_at - created_at))
          filter (where confirmed_at is not null) as "halfWithin",
        percentile_cont(0.9) within group (order by extract(epoch from confirmed_at - created_at))
          filter (where confirmed_at is not null) as "mostWithin",
        (count(*) filter (where state = 'unconfirmed' and created_at <= ${now} - interval '1 day'))::int
          as "unconfirmedAfterADay"
      from letters where ${rows} and state <> 'withdrawn'`,
    ),
  ])
  if (!parts) throw new Error('A statement without groups always has a row.')
  const { letters, own, ...listedParts } = parts
  return {
    ...listedParts,
    ownWords: { letters, own },
    halfWithin: waits?.halfWithin ?? null,
    mostWithin: waits?.mostWithin ?? null,
    unconfirmedAfterADay: waits?.unconfirmedAfterADay ?? 0,
  }
}
