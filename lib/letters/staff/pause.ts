import { asc, eq } from 'drizzle-orm'
import { campaigns, settings } from '@/db/schema'
import { recordAudit } from '../../audit/record'
import { type Context, inTransaction } from '../../kernel/context'
import { assertAllowed } from '../../staff/assert-allowed'
import { switchSetting } from '../../staff/switches/switches'

// The same that the switches show.
const NAME = switchSetting.sending

/** What is stopped: all letters, or those of some campaigns. */
export type Paused = { all: boolean; campaigns: { id: string; slug: string; pausedAt: Date | null }[] }

/** Where sending is stopped at present. */
export async function pausedSending(ctx: Context): Promise<Paused> {
  assertAllowed(ctx, 'letters.see')
  const [row] = await ctx.db.select({ name: settings.name }).from(settings).where(eq(settings.name, NAME))
  const each = await ctx.db
    .select({ id: campaigns.id, slug: campaigns.slug, pausedAt: campaigns.sendingPausedAt })
    .from(campaigns)
    .orderBy(asc(campaigns.slug))
  return { all: row !== undefined, campaigns: each }
}

/**
 * Stops sending at once, or lets it go on: everywhere, or for one campaign by its id. Letters wait meanwhile, and
 * nothing is lost. Throws a `Refusal` where the actor may not.
 */
export function setSendingPaused(ctx: Context, input: { campaignId: string | null; paused: boolean }): Promise<void> {
  assertAllowed(ctx, 'letters.pause')
  return inTransaction(ctx, async (inner) => {
    const { campaignId, paused } = input
    const at = inner.now()
    if (campaignId) {
      await inner.db
        .update(campaigns)
        .set({ sendingPausedAt: paused ? at : null })
        .where(eq(campaigns.id, campaignId))
    } else if (paused) {
      await inner.db.insert(settings).values({ name: NAME, value: { at }, updatedAt: at }).onConflictDoNothing()
    } else {
      await inner.db.delete(settings).where(eq(settings.name, NAME))
    }
    const subject = campaignId ? { kind: 'campaign', id: campaignId } : { kind: 'installation', id: 'all' }
    await recordAudit(inner, { verb: paused ? 'letters.pause' : 'letters.resume', subject })
  })
}
