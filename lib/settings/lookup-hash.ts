// State: one copy in a process.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Database } from '@/db/client'
import type { Context } from '@/lib/kernel/context'
import { keyedHash, seal, unseal } from '@/lib/kernel/secrets/crypto'
import { setting } from './setting'

const lookupKey = setting('lookup_key', z.string(), '')
/** Opened once for a transaction, and for what is in none: a key that is rolled back goes with its transaction. */
const opened = new WeakMap<Database, Buffer>()

/**
 * A keyed hash by which a row can be found without storing the value. Its key is made once, kept
 * sealed in the database, and so outlives the rotation of the data keys.
 */
export async function lookupHash(ctx: Context, value: string): Promise<string> {
  return keyedHash(opened.get(ctx.db) ?? (await openKey(ctx)), value)
}

/** Opens the look-up key, where there is one yet. Throws like unseal where it does not open. */
export async function tryLookupKey(ctx: Context): Promise<void> {
  const sealed = await lookupKey.readNow(ctx)
  if (sealed) unsealed(sealed)
}

async function openKey(ctx: Context): Promise<Buffer> {
  const key = unsealed((await lookupKey.read(ctx)) || (await makeKey(ctx)))
  opened.set(ctx.db, key)
  return key
}

async function makeKey(ctx: Context): Promise<string> {
  await lookupKey.keepFirst(ctx, seal(randomBytes(32).toString('base64url'), 'lookup-key', lookupKey.name))
  return lookupKey.readNow(ctx)
}

function unsealed(sealed: string): Buffer {
  return Buffer.from(unseal(sealed, 'lookup-key', lookupKey.name), 'base64url')
}
