import { eq } from 'drizzle-orm'
import { type ApiScope, apiKeys } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { MINUTE } from '@/lib/kernel/time/durations'
import { keyHash } from './key'

/** A key that works: what it may be used for, and of which campaign; `null` is all of them. */
export type ApiKey = { id: string; scopes: ApiScope[]; campaignId: string | null }

/** `malformed` never was a key, and the database was not asked. */
export type Refused = 'malformed' | 'unknown' | 'expired' | 'revoked'

const NOTED_EVERY_MS = MINUTE

/**
 * The key that a program shows, looked up at each request: what was revoked is refused at once. Notes that it was
 * used, once a minute.
 */
export async function findApiKey(ctx: Context, given: string): Promise<{ key: ApiKey } | { refused: Refused }> {
  const hash = keyHash(given)
  if (hash === null) return { refused: 'malformed' }
  const [row] = await ctx.db.select().from(apiKeys).where(eq(apiKeys.hash, hash))
  if (!row) return { refused: 'unknown' }
  const now = ctx.now()
  if (row.revokedAt) return { refused: 'revoked' }
  if (row.expiresAt && row.expiresAt <= now) return { refused: 'expired' }
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() >= NOTED_EVERY_MS) {
    await ctx.db.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, row.id))
  }
  return { key: { id: row.id, scopes: row.scopes, campaignId: row.campaignId } }
}
