import { and, eq, isNull } from 'drizzle-orm'
import { supporters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** Ends updates and follow-up questions for a supporter: as easy as asking for them (UK GDPR article 7(3)). */
export async function unsubscribe(ctx: Context, supporterId: string): Promise<void> {
  await ctx.db
    .update(supporters)
    .set({ unsubscribedAt: ctx.now() })
    .where(and(eq(supporters.id, supporterId), isNull(supporters.unsubscribedAt)))
}
