// State: one copy in a process.
import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { settings } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { keyedHash, seal, unseal } from '@/lib/kernel/secrets/crypto'

const SETTING = 'lookup_key'
let cachedKey: Buffer | undefined

/**
 * A keyed hash by which a row can be found without storing the value. Its key is made once, kept
 * sealed in the database, and so outlives the rotation of the data keys.
 */
export async function lookupHash(ctx: Context, value: string): Promise<string> {
  return keyedHash(cachedKey ?? (await lookupKey(ctx)), value)
}

/** Opens the look-up key, where there is one yet. Throws like unseal where it does not open. */
export async function tryLookupKey(ctx: Context): Promise<void> {
  const row = await keptKey(ctx)
  if (row) opened(row.value)
}

async function lookupKey(ctx: Context): Promise<Buffer> {
  const row = (await keptKey(ctx)) ?? (await makeKey(ctx))
  const key = opened(row?.value)
  if (row?.lasting) cachedKey = key
  return key
}

function opened(value: unknown): Buffer {
  return Buffer.from(unseal(String(value), 'lookup-key', SETTING), 'base64url')
}

async function keptKey({ db }: Context) {
  // A key that this very transaction has made can still be rolled back with it: its row is not older than that.
  const lasting = sql`age(xmin) > 0`.mapWith(Boolean)
  const [row] = await db.select({ value: settings.value, lasting }).from(settings).where(eq(settings.name, SETTING))
  return row
}

async function makeKey(ctx: Context) {
  const made = seal(randomBytes(32).toString('base64url'), 'lookup-key', SETTING)
  await ctx.db.insert(settings).values({ name: SETTING, value: made }).onConflictDoNothing()
  return keptKey(ctx)
}
