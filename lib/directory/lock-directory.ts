import { sql } from 'drizzle-orm'
import type { Context } from '@/lib/kernel/context'

/** Locks the directory for the caller's transaction: whoever else changes it waits until this one ends. */
export async function lockDirectory(ctx: Context): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('directory'))`)
}
