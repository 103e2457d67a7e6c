import { eq } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { sendDue } from './ledger/send-due'
import { stopped } from './ledger/why-sending-stopped'

/** Sends all that is due; gives when this letter's turn is, where it has to wait until a moment that is known, else `null`. */
export async function deliverLetter(ctx: Context, letterId: string): Promise<Date | null> {
  await sendDue(ctx)
  const [letter] = await ctx.db
    .select({ state: letters.state, dueAt: letters.dueAt })
    .from(letters)
    .where(eq(letters.id, letterId))
  if (!letter || !['queued', 'sending'].includes(letter.state)) return null
  const until = (await stopped(ctx))?.until ?? letter.dueAt
  return until && until > ctx.now() ? until : null
}
