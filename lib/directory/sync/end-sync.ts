import { eq } from 'drizzle-orm'
import { directorySyncEmails, directorySyncs, type SyncOutcome } from '@/db/schema/index'
import type { MembersReport } from '@/lib/directory/members/compare'
import type { Context } from '@/lib/kernel/context'

/** Ends a sync in the caller's transaction. Its report is kept, and what was read for it is not needed any more. */
export async function endSync(ctx: Context, id: string, outcome: SyncOutcome, report?: MembersReport): Promise<void> {
  await ctx.db
    .update(directorySyncs)
    .set({ endedAt: ctx.now(), outcome, listed: null, ...(report ? { report } : {}) })
    .where(eq(directorySyncs.id, id))
  await ctx.db.delete(directorySyncEmails).where(eq(directorySyncEmails.syncId, id))
}
