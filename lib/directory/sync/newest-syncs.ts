import { desc, sql } from 'drizzle-orm'
import { directorySyncs, type SyncOutcome } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { readStoredReport, type StoredReport } from './stored-report'

/** `reading`: under way, or broken off and to be resumed. */
export type ListedSync = {
  id: string
  startedAt: Date
  endedAt: Date | null
  state: SyncOutcome | 'reading' | 'held'
  /** Why the last try to read broke off. */
  brokeOff: string | null
  report: StoredReport | null
}

const isWaiting = sql`(${directorySyncs.heldAt} is not null and ${directorySyncs.endedAt} is null)`

/** The newest syncs, the one that waits for an administrator before all others. Throws a `Refusal` where the actor may not see them. */
export async function newestSyncs(ctx: Context, most: number): Promise<ListedSync[]> {
  assertAllowed(ctx, 'directory.see')
  const rows = await ctx.db
    .select({
      id: directorySyncs.id,
      startedAt: directorySyncs.startedAt,
      heldAt: directorySyncs.heldAt,
      endedAt: directorySyncs.endedAt,
      outcome: directorySyncs.outcome,
      brokeOff: directorySyncs.brokeOff,
      report: directorySyncs.report,
    })
    .from(directorySyncs)
    .orderBy(desc(isWaiting), desc(directorySyncs.startedAt))
    .limit(most)
  return rows.map(({ heldAt, outcome, report, ...row }) => ({
    ...row,
    state: outcome ?? (heldAt ? 'held' : 'reading'),
    report: report === null ? null : readStoredReport(report),
  }))
}
