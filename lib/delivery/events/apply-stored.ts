import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { mailEvents } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { applyToLetter } from './apply-to-letter'
import { attemptOf } from './find-attempt'
import type { MailEvent } from './input'

/** Applies what the mail service told of these messages before anyone here knew their names. */
export async function applyStoredEvents(ctx: Context, providerIds: string[]): Promise<void> {
  // One parameter, so that the statement is the same for any number of them.
  const isNamed = sql`${mailEvents.providerId} in (select jsonb_array_elements_text(${JSON.stringify(providerIds)}::jsonb))`
  const kept = await ctx.db
    .select()
    .from(mailEvents)
    .where(and(isNamed, isNull(mailEvents.outcome), isNull(mailEvents.letterId)))
    .orderBy(asc(mailEvents.occurredAt))
  for (const { id, type, providerId, detail, occurredAt } of kept) {
    const attempt = await attemptOf(ctx, { providerId, tags: {} })
    if (!attempt) continue
    const event = { type, providerId, tags: {}, occurredAt, ...asDetail(detail) }
    const outcome = await applyToLetter(ctx, attempt, event)
    await ctx.db.update(mailEvents).set({ outcome, letterId: attempt.letterId }).where(eq(mailEvents.id, id))
  }
}

const kept = z.object({
  // Events that were kept before have `soft` for what is held now.
  bounce: z.enum(['hard', 'suppressed', 'full', 'returned']).nullable().catch('returned'),
  permanent: z.boolean().catch(false),
  report: z.string().nullable().catch(null),
  said: z.string().nullable().catch(null),
})

function asDetail(detail: unknown): Pick<MailEvent, 'bounce' | 'permanent' | 'report' | 'said'> {
  return kept.catch({ bounce: null, permanent: false, report: null, said: null }).parse(detail)
}
