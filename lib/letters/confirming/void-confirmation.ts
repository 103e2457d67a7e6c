import { and, eq, inArray, sql } from 'drizzle-orm'
import { letters, links } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'

/**
 * Voids all that the e-mails of an unconfirmed letter hold: the link and the code that confirm it, "This was not me", and
 * the way out. For a letter whose e-mail goes to another address from now on. The next e-mail has new ones.
 */
export function voidConfirmation(ctx: Context, letterId: string): Promise<void> {
  return inTransaction(ctx, async ({ db }) => {
    await db
      .update(letters)
      .set({ codeRound: sql`${letters.codeRound} + 1`, codeTries: 0 })
      .where(eq(letters.id, letterId))
    await db
      .delete(links)
      .where(and(eq(links.letterId, letterId), inArray(links.purpose, ['confirm', 'not-me', 'unsubscribe'])))
  })
}
