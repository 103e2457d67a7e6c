import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { settings } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

const SETTING = 'directory_members'

const kept = z.object({ source: z.enum(['snapshot', 'import', 'sync']) })
export type MembersSource = z.infer<typeof kept>['source']

/** Where the MPs of the directory last came from; null before there are any. */
export async function membersCameFrom(ctx: Context): Promise<MembersSource | null> {
  const [row] = await ctx.db.select({ value: settings.value }).from(settings).where(eq(settings.name, SETTING))
  return row ? kept.parse(row.value).source : null
}

/** Remembers where the MPs of the directory came from, in the caller's transaction. */
export async function noteMembers(ctx: Context, source: MembersSource): Promise<void> {
  const row = { name: SETTING, value: { source }, updatedAt: ctx.now() }
  await ctx.db.insert(settings).values(row).onConflictDoUpdate({ target: settings.name, set: row })
}
