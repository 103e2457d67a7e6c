import { asc, eq } from 'drizzle-orm'
import { campaigns } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { campaignName } from '@/lib/content/campaign-name'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { isOff } from '@/lib/settings/switches/is-off'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/** What is stopped: all letters, or those of some campaigns. */
export type Paused = { all: boolean; campaigns: { id: string; name: string; pausedAt: Date | null }[] }

/** Where sending is stopped at present. */
export async function pausedSending(ctx: Context): Promise<Paused> {
  assertAllowed(ctx, 'letters.see')
  const each = await ctx.db
    .select({ id: campaigns.id, name: campaignName, pausedAt: campaigns.sendingPausedAt })
    .from(campaigns)
    .orderBy(asc(campaigns.slug))
  return { all: await isOff(ctx, 'sending'), campaigns: each }
}

/**
 * Stops sending one campaign's letters at once, or lets it go on; for all letters there is a switch. They wait
 * meanwhile, and nothing is lost. Throws a `Refusal` where the actor may not.
 */
export function setSendingPaused(ctx: Context, input: { campaignId: string; paused: boolean }): Promise<void> {
  assertAllowed(ctx, 'letters.pause')
  const { campaignId, paused } = input
  return inTransaction(ctx, async (inner) => {
    await inner.db
      .update(campaigns)
      .set({ sendingPausedAt: paused ? inner.now() : null })
      .where(eq(campaigns.id, campaignId))
    const subject = { kind: 'campaign', id: campaignId }
    await recordAudit(inner, { verb: paused ? 'letters.pause' : 'letters.resume', subject })
  })
}
