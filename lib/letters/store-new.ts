import { sql } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** Stores a letter that nobody has confirmed, with the beginning of its history, in one statement. */
export async function storeNewLetter(
  ctx: Context,
  letter: Omit<typeof letters.$inferInsert, 'id' | 'state' | 'createdAt'> & { id: string },
): Promise<void> {
  const stored = ctx.db
    .insert(letters)
    .values({ ...letter, state: 'unconfirmed', createdAt: ctx.now() })
    .returning({ id: letters.id, state: letters.state, createdAt: letters.createdAt })
  await ctx.db.execute(sql`
    with stored as ${stored}
    insert into letter_events (letter_id, state, at) select id, state, created_at from stored`)
}
