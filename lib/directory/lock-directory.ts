import { sql } from 'drizzle-orm'
import type { Context } from '@/lib/kernel/context'

/** Waits until no other transaction changes the directory, and keeps it so until this one ends. */
export async function lockDirectory(ctx: Context): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('directory'))`)
}
