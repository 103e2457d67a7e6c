import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { mailEvents } from '@/db/schema'
import type { Context } from '../../kernel/context'
import { applyToLetter, attemptOf } from './apply'
import type { BounceKind } from './input'

/** Applies what the mail service told of these messages before anyone here knew their names. */
export async function applyKept(ctx: Context, providerIds: string[]): Promise<void> {
  const kept = await ctx.db
    .select()
    .from(mailEvents)
    .where(and(inArray(mailEvents.providerId, providerIds), isNull(mailEvents.outcome), isNull(mailEvents.letterId)))
    .orderBy(asc(mailEvents.occurredAt))
  for (const { id, type, providerId, detail, occurredAt } of kept) {
    const attempt = await attemptOf(ctx, { providerId, tags: {} })
    if (!attempt) continue
    const { bounce, said } = asDetail(detail)
    const outcome = await applyToLetter(ctx, attempt, { type, providerId, tags: {}, occurredAt, bounce, said })
    await ctx.db.update(mailEvents).set({ outcome, letterId: attempt.letterId }).where(eq(mailEvents.id, id))
  }
}

// Written by `takeMailEvent`, and by nothing else.
function asDetail(detail: unknown): { bounce: BounceKind | null; said: string | null } {
  return detail as { bounce: BounceKind | null; said: string | null }
}
