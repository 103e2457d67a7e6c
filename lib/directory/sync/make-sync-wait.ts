import { and, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { directorySyncs } from '@/db/schema/index'
import { tellSyncHeldJob } from '@/lib/directory/jobs'
import { recordReport } from '@/lib/directory/members/apply'
import type { Context } from '@/lib/kernel/context'
import { tellAdmins } from '@/lib/staff/team/tell-admins'
import { endSync } from './end-sync'
import type { StoredReport } from './stored-report'

/** Keeps a sync until an administrator has looked, in the caller's transaction, and has each of them told. */
export async function makeSyncWait(ctx: Context, id: string, report: StoredReport): Promise<void> {
  await ctx.db.update(directorySyncs).set({ heldAt: ctx.now(), report }).where(eq(directorySyncs.id, id))
  await recordReport(ctx, 'directory.hold-sync', report, id)
  // Every night brings the same answer until somebody has decided, or after they discarded it.
  if (await waitedLast(ctx, id, report)) return
  await tellAdmins(ctx, tellSyncHeldJob, `sync held ${id}`, (staffId) => ({ syncId: id, staffId }))
}

/** A newer reading takes the place of the one that waits, if one does. */
export async function replaceWaiting(ctx: Context): Promise<void> {
  const waiting = await ctx.db
    .select({ id: directorySyncs.id })
    .from(directorySyncs)
    .where(and(isNotNull(directorySyncs.heldAt), isNull(directorySyncs.endedAt)))
  for (const { id } of waiting) await endSync(ctx, id, 'replaced')
}

async function waitedLast(ctx: Context, id: string, report: StoredReport): Promise<boolean> {
  const [last] = await ctx.db
    .select({ same: sql`${directorySyncs.report} = ${JSON.stringify(report)}::jsonb`.mapWith(Boolean) })
    .from(directorySyncs)
    .where(and(ne(directorySyncs.id, id), isNotNull(directorySyncs.readAt)))
    .orderBy(desc(directorySyncs.readAt))
    .limit(1)
  return last?.same ?? false
}
