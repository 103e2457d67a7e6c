import { desc, eq } from 'drizzle-orm'
import { apiKeys, staff } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/** Every key that there ever was, newest first, with who made it where they are still on the team. */
export async function listApiKeys(ctx: Context) {
  assertAllowed(ctx, 'api-keys.see')
  return ctx.db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      start: apiKeys.start,
      campaignId: apiKeys.campaignId,
      createdBy: staff.email,
      createdAt: apiKeys.createdAt,
      expiresAt: apiKeys.expiresAt,
      lastUsedAt: apiKeys.lastUsedAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .leftJoin(staff, eq(staff.id, apiKeys.createdBy))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
}

export type ListedKey = Awaited<ReturnType<typeof listApiKeys>>[number]
