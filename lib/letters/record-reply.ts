import { type ReplyAnswer, replies } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** Records whether the MP has answered; a second answer replaces the first. */
export async function recordReply(ctx: Context, letterId: string, answer: ReplyAnswer): Promise<void> {
  const answeredAt = ctx.now()
  await ctx.db
    .insert(replies)
    .values({ letterId, answer, answeredAt })
    .onConflictDoUpdate({ target: replies.letterId, set: { answer, answeredAt } })
}
