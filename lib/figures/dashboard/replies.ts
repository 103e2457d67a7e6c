import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
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
 * said of it by now. Each is a part of `asked`; the rest have said nothing.
 */
export type ReplyFigures = z.infer<typeof replies>

const NONE: ReplyFigures = { asked: 0, realAnswer: 0, acknowledgement: 0, no: 0, notExpected: 0 }

export async function replyFigures({ db }: Context, scope: Scope): Promise<ReplyFigures> {
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
