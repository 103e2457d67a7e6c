import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { supporters } from '@/db/schema'
import type { Context } from '../kernel/context'

/** Why a sign-up cannot count: the same person's earlier one, or two others of the household. */
export type Earlier = { kind: 'same-person'; supporterId: string } | { kind: 'household-full' }

/** What of the same campaign and seat stands in the way of this sign-up, or `null`. */
export async function earlierSignature(ctx: Context, supporterId: string): Promise<Earlier | null> {
  const [own] = await ctx.db.select().from(supporters).where(eq(supporters.id, supporterId))
  if (!own?.emailHash) return null
  const household = await ctx.db
    .select({ id: supporters.id, identityHash: supporters.identityHash })
    .from(supporters)
    .where(
      and(
        eq(supporters.campaignId, own.campaignId),
        eq(supporters.constituencyCode, own.constituencyCode),
        eq(supporters.emailHash, own.emailHash),
        ne(supporters.id, supporterId),
        isNotNull(supporters.confirmedAt),
        isNull(supporters.erasedAt),
      ),
    )
  const same = household.find(({ identityHash }) => identityHash === own.identityHash)
  if (same) return { kind: 'same-person', supporterId: same.id }
  return household.length >= 2 ? { kind: 'household-full' } : null
}
