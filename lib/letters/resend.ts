import { and, eq, lt, sql } from 'drizzle-orm'
import { letters } from '@/db/schema'
import { enqueue } from '../jobs/enqueue'
import { type Context, inTransaction } from '../kernel/context'

export const RESENDS_MOST = 5
export const RESEND_WAIT_SECONDS = 60

/** `soon`: the last one left less than a minute ago. `spent`: all five were used. */
export type Resent = 'sent' | 'soon' | 'spent' | 'confirmed'

/** Sends the confirmation e-mail again: five times at most, and not within a minute of the last. */
export function resendConfirmation(ctx: Context, letterId: string): Promise<Resent> {
  return inTransaction(ctx, async (inner) => {
    const now = inner.now()
    const lastBefore = new Date(now.getTime() - RESEND_WAIT_SECONDS * 1000)
    const [counted] = await inner.db
      .update(letters)
      .set({ resent: sql`${letters.resent} + 1`, mailedAt: now })
      .where(
        and(
          eq(letters.id, letterId),
          eq(letters.state, 'unconfirmed'),
          lt(letters.resent, RESENDS_MOST),
          sql`coalesce(${letters.mailedAt}, ${letters.createdAt}) <= ${lastBefore.toISOString()}::timestamptz`,
        ),
      )
      .returning({ resent: letters.resent })
    if (!counted) return whyNot(inner, letterId)
    const key = `confirmation ${letterId} ${counted.resent}`
    await enqueue(inner, 'send-confirmation', { letterId, reminder: false }, { key })
    return 'sent'
  })
}

async function whyNot(ctx: Context, letterId: string): Promise<Resent> {
  const [letter] = await ctx.db
    .select({ state: letters.state, resent: letters.resent })
    .from(letters)
    .where(eq(letters.id, letterId))
  if (letter?.state !== 'unconfirmed') return 'confirmed'
  return letter.resent >= RESENDS_MOST ? 'spent' : 'soon'
}
