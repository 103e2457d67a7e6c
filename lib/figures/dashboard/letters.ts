import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { letterStates } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { momentWithin, ofCampaign, type Scope } from './scope'

const ofState = z.object({ state: z.enum(letterStates), letters: z.number() })
const ofAsk = z.object({ ask: z.string(), letters: z.number() })
const ofWording = z.object({ slot: z.string(), wording: z.number(), letters: z.number() })
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
  /** By the id of the ask; of confirmed letters. */
  byAsk: z.infer<typeof ofAsk>[]
  /** How often each wording of each slot was given, numbered from 1; of confirmed letters. */
  byWording: z.infer<typeof ofWording>[]
}

export async function letterFigures(ctx: Context, scope: Scope): Promise<LetterFigures> {
  const { db } = ctx
  const now = sql`${ctx.now().toISOString()}::timestamptz`
  const rows = sql`${momentWithin(sql`created_at`, scope)} and ${ofCampaign(scope.campaignId)} and reflected_at is null and not_genuine_at is null`
  const confirmed = sql`${rows} and confirmed_at is not null and state <> 'withdrawn'`
  // Alike letters are counted first: what they have in common is taken apart once.
  const alike = sql`(select wording, asks, count(*)::int as letters from letters where ${confirmed} group by 1, 2) as alike`
  const [byState, byAsk, byWording, [waits]] = await Promise.all([
    readRows(
      db,
      ofState,
      sql`select state, count(*)::int as letters from letters where ${rows} group by state order by 2 desc`,
    ),
    readRows(
      db,
      ofAsk,
      sql`select ask, sum(letters)::int as letters from ${alike}, unnest(asks) ask group by ask order by 2 desc, 1`,
    ),
    readRows(
      db,
      ofWording,
      sql`
      select slot, value::int + 1 as wording, sum(letters)::int as letters
      from ${alike}, lateral (
        select key, value from jsonb_each(wording) where jsonb_typeof(value) = 'number'
        union all
        select 'ask ' || key, value from jsonb_each(wording -> 'asks') where key = any(asks)
      ) as given(slot, value)
      group by 1, 2 order by 1, 2 limit 400`,
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
  return {
    byState,
    byAsk,
    byWording,
    halfWithin: waits?.halfWithin ?? null,
    mostWithin: waits?.mostWithin ?? null,
    unconfirmedAfterADay: waits?.unconfirmedAfterADay ?? 0,
  }
}
