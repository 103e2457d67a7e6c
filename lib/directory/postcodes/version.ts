import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { settings } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

const SETTING = 'directory_postcodes'
const kept = z.object({ version: z.string() })

/** Changes whenever the postcodes that the directory knows change; null before there are any. */
export async function postcodesVersion(ctx: Context): Promise<string | null> {
  const [row] = await ctx.db.select({ value: settings.value }).from(settings).where(eq(settings.name, SETTING))
  return row ? kept.parse(row.value).version : null
}

/** Tells every process, in the caller's transaction, that what it holds of the postcodes is old. */
export async function notePostcodesChanged(ctx: Context): Promise<void> {
  const row = { name: SETTING, value: { version: randomUUID() }, updatedAt: ctx.now() }
  await ctx.db.insert(settings).values(row).onConflictDoUpdate({ target: settings.name, set: row })
}
