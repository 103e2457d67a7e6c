import { sum } from 'd3-array'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ReplyAnswer } from '@/db/schema/index'
import { areDaysDue } from '@/lib/figures/roll-up/days-due'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { saidIn } from './letters-in'
import { momentWithin, ofCampaign, type Scope } from './scope'

const replies = z.object({
  asked: z.number(),
  realAnswer: z.number(),
  acknowledgement: z.number(),
  no: z.number(),
  notExpected: z.number(),
})

/**
 * Of the letters whose writers were asked within the scope whether their MP had replied: how many, and what they have
 * said of it as of the last roll-up. Each is a part of `asked`; the rest have said nothing.
 */
export type ReplyFigures = z.infer<typeof replies>

const fact = z.object({ fact: z.string(), many: z.number() })

const NONE: ReplyFigures = { asked: 0, realAnswer: 0, acknowledgement: 0, no: 0, notExpected: 0 }

export async function replyFigures(ctx: Context, scope: Scope): Promise<ReplyFigures> {
  const { db } = ctx
  const summed = saidIn({ ...scope, isDue: scope.isDue ?? (await areDaysDue(ctx)) })
  if (summed) {
    const said = new Map((await readRows(db, fact, summed)).map((each) => [each.fact, each.many]))
    const of = (answer: ReplyAnswer) => said.get(answer) ?? 0
    return {
      asked: sum([...said.values()]),
      realAnswer: of('real-answer'),
      acknowledgement: of('acknowledgement'),
      no: of('no'),
      notExpected: of('not-expected'),
    }
  }
  const [row] = await readRows(
    db,
    replies,
    sql`
    select count(*)::int as asked,
      (count(*) filter (where answer = 'real-answer'))::int as "realAnswer",
      (count(*) filter (where answer = 'acknowledgement'))::int as acknowledgement,
      (count(*) filter (where answer = 'no'))::int as no,
      (count(*) filter (where answer = 'not-expected'))::int as "notExpected"
    from letters left join replies on letter_id = letters.id
    where ${momentWithin(sql`reply_asked_at`, scope)} and ${ofCampaign(scope.campaignId)} and state <> 'withdrawn'
      and chases is null and reflected_at is null and not_genuine_at is null`,
  )
  return row ?? NONE
}
