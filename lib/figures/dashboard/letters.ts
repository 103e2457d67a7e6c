import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { heldReasons, letterStates } from '@/db/schema/index'
import { factColumns } from '@/lib/figures/roll-up/letter-facts'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { factsIn, genuineIn, waitsIn } from './letters-in'
import type { Scope } from './scope'

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
const waiting = z.object({
  /** Seconds from submitting to confirming, rounded up as they are said: half took at most this long, nine in ten at most that. */
  halfWithin: z.number().nullable(),
  mostWithin: z.number().nullable(),
})

/** What is known of the letters themselves: those submitted in the scope, as they stand now. */
export type LetterFigures = z.infer<typeof waiting> & {
  /** Not confirmed after a day, and not erased yet. */
  unconfirmedAfterADay: number
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
  const listed = (query: SQL) => sql`(select coalesce(json_agg(listed), '[]') from (${query}) as listed)`
  const [[parts], [waits], [overdue]] = await Promise.all([
    readRows(
      db,
      counts,
      sql`
      with facts as materialized (select campaign_id, ${factColumns}, many from (${factsIn(scope)}) as counted)
      select
        ${listed(sql`
          select value as state, sum(many)::int as letters from facts where kind = 'state' group by 1 order by 2 desc, 1`)} as "byState",
        ${listed(sql`
          select value as reason, sum(many)::int as letters from facts where kind = 'held' group by 1 order by 2 desc, 1`)} as "byHeldReason",
        ${listed(sql`
          select each.campaign_id as "campaignId", each.value as ask, each.many as letters, standing.many as whole
          from facts as each join facts as standing on standing.campaign_id = each.campaign_id and standing.kind = 'standing'
          where each.kind = 'ask' order by 3 desc, 1, 2 limit 100`)} as "byAsk",
        ${listed(sql`
          select each.campaign_id as "campaignId", each.value as question, each.many as letters, coalesce(own.many, 0) as own
          from facts as each left join facts as own on own.kind = 'own' and (own.campaign_id, own.value) = (each.campaign_id, each.value)
          where each.kind = 'question' order by 3 desc, 1, 2 limit 100`)} as "byQuestion",
        (select coalesce(sum(many), 0)::int from facts where kind = 'standing') as letters,
        (select coalesce(sum(many), 0)::int from facts where kind = 'noticed') as own`,
    ),
    readRows(
      db,
      waiting,
      sql`
      with waits as (${waitsIn(scope)}),
      ranked as (select wait, sum(many) over (order by wait) as upto, sum(many) over () as whole from waits)
      select min(wait) filter (where upto >= 0.5 * whole) as "halfWithin",
        min(wait) filter (where upto >= 0.9 * whole) as "mostWithin"
      from ranked`,
    ),
    readRows(
      db,
      z.object({ letters: z.number() }),
      sql`
      select count(*)::int as letters from letters
      where state = 'unconfirmed' and created_at <= ${ctx.now().toISOString()}::timestamptz - interval '1 day'
        and ${genuineIn(scope)}`,
    ),
  ])
  if (!parts) throw new Error('A statement without groups always has a row.')
  const { letters, own, ...listedParts } = parts
  return {
    ...listedParts,
    ownWords: { letters, own },
    halfWithin: waits?.halfWithin ?? null,
    mostWithin: waits?.mostWithin ?? null,
    unconfirmedAfterADay: overdue?.letters ?? 0,
  }
}
