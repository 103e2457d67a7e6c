import { eq } from 'drizzle-orm'
import { campaigns } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import type { Context } from '@/lib/kernel/context'

/** Takes back the moment at which a version was to go live, in the caller's transaction, and audits it. */
export async function unschedule(
  ctx: Context,
  { id, scheduledAt }: { id: string; scheduledAt: Date | null },
): Promise<void> {
  const none = { scheduledVersionId: null, scheduledAt: null, scheduledBy: null }
  await ctx.db.update(campaigns).set(none).where(eq(campaigns.id, id))
  await recordAudit(ctx, {
    verb: 'campaign.unschedule',
    subject: { kind: 'campaign', id },
    before: { at: scheduledAt },
    after: { at: null },
  })
}
