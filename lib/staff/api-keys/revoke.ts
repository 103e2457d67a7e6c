import { and, eq, isNull } from 'drizzle-orm'
import { apiKeys } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/**
 * Ends a key for good: the next request with it is refused, by every process. Gives its name, or `null` where there is
 * no such key or it was revoked already. Throws a `Refusal` where the actor may not.
 */
export function revokeApiKey(ctx: Context, id: string): Promise<string | null> {
  assertAllowed(ctx, 'api-keys.revoke')
  return inTransaction(ctx, async (inner) => {
    const [gone] = await inner.db
      .update(apiKeys)
      .set({ revokedAt: inner.now() })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
      .returning({ name: apiKeys.name, start: apiKeys.start })
    if (!gone) return null
    await recordAudit(inner, { verb: 'api-keys.revoke', subject: { kind: 'key', id }, before: gone })
    return gone.name
  })
}
