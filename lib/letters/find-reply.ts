import { eq } from 'drizzle-orm'
import { type ReplyAnswer, replies } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** What the writer of a letter has said of the MP's reply; `null` where they have not said anything yet. */
export async function findReply(ctx: Context, letterId: string): Promise<ReplyAnswer | null> {
  const [reply] = await ctx.db.select({ answer: replies.answer }).from(replies).where(eq(replies.letterId, letterId))
  return reply?.answer ?? null
}
