import { and, eq, lt, sql } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { SECOND } from '@/lib/kernel/time/durations'
import { sendConfirmationJob } from '@/lib/letters/jobs'
import { renewedWhereSpent } from './confirm-code'

export const RESENDS_MOST = 5
export const RESEND_WAIT_SECONDS = 60

/**
 * `asked`: it goes, if the letter still waits to be confirmed and its mailbox has room. `soon`: less than a minute has
 * passed. `waits`: the first is still to go. `spent`: all five were used. The same whatever has become of the letter, since a stranger may ask.
 */
export type Resent = 'asked' | 'soon' | 'waits' | 'spent'

/** Has the confirmation e-mail sent again: five times at most, and not within a minute of the last. */
export function resendConfirmation(ctx: Context, letterId: string): Promise<Resent> {
  return inTransaction(ctx, async (inner) => {
    const now = inner.now()
    const lastBefore = new Date(now.getTime() - RESEND_WAIT_SECONDS * SECOND)
    const [counted] = await inner.db
      .update(letters)
      .set(countedAsSentAgain(now))
      .where(
        and(
          eq(letters.id, letterId),
          lt(letters.resent, RESENDS_MOST),
          sql`coalesce(${letters.mailedAt}, ${letters.createdAt}) <= ${lastBefore.toISOString()}::timestamptz`,
        ),
      )
      .returning({ state: letters.state, resent: letters.resent })
    if (!counted) return whyNot(inner, letterId)
    const key = `confirmation ${letterId} ${counted.resent}`
    if (counted.state === 'unconfirmed') {
      await enqueue(inner, sendConfirmationJob, { letterId, reminder: false }, { key })
    }
    return 'asked'
  })
}

/** What sending it again sets: its number, by which it is another message, and a new code where tries are spent. */
export function countedAsSentAgain(now: Date) {
  return { resent: sql`${letters.resent} + 1`, mailedAt: now, ...renewedWhereSpent }
}

async function whyNot(ctx: Context, letterId: string): Promise<Resent> {
  const [letter] = await ctx.db
    .select({ resent: letters.resent, mailedAt: letters.mailedAt })
    .from(letters)
    .where(eq(letters.id, letterId))
  if (letter?.mailedAt && letter.mailedAt > ctx.now()) return 'waits'
  return letter && letter.resent >= RESENDS_MOST ? 'spent' : 'soon'
}
