import { eq } from 'drizzle-orm'
import { directorySyncs } from '@/db/schema/index'
import { judgeMembers } from '@/lib/directory/guard/judge-members'
import type { Compared } from '@/lib/directory/guard/let-in'
import { lockDirectory } from '@/lib/directory/lock-directory'
import { applyMembers, recordReport } from '@/lib/directory/members/apply'
import { takenUpBySource } from '@/lib/directory/members/by-hand'
import { compareMembers, type MembersReport } from '@/lib/directory/members/compare'
import type { MembersApi } from '@/lib/directory/members-api/request'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { endSync } from './end-sync'
import { makeSyncWait, replaceWaiting } from './make-sync-wait'
import { oneAtATime } from './one-sync-at-a-time'
import { type MembersRead, type Progress, readMembers } from './read-members'
import { openReading, passingReading } from './resumable-reading'
import { noteFailure, noteRead } from './trouble'

/** What became, or would become, of the answer. `dissolved`: the API counts no members at all. */
export type Synced = { outcome: 'applied' | 'held'; report: MembersReport; dissolved: boolean; compared: Compared }

/**
 * Brings the sitting MPs to what the Members API says, in one transaction; a seat that it calls by a strange name stays. Goes on where a
 * reading broke off less than a day ago. An answer that changes too much at once is held for an administrator, who
 * is told. Gives `null` when another process holds the lock; throws {@link ExpectedFailure} when the API fails.
 */
export function syncMembers(ctx: Context, api: MembersApi, onProgress: Progress = () => {}): Promise<Synced | null> {
  return oneAtATime(ctx, async () => {
    const reading = await openReading(ctx)
    const read = await readMembers(ctx, api, reading, onProgress).catch(async (error: unknown) => {
      await noteBreak(ctx, reading.id, error)
      throw error
    })
    return inTransaction(ctx, (tx) => applyOrWait(tx, reading.id, read))
  })
}

/** What {@link syncMembers} would do, from reading the API alone: nothing is written. */
export async function trySync(ctx: Context, api: MembersApi, onProgress: Progress = () => {}): Promise<Synced> {
  const read = await readMembers(ctx, api, await passingReading(ctx), onProgress)
  const comparison = await compareMembers(ctx, read.sittings)
  const compared = await judgeMembers(ctx, comparison, read)
  return {
    outcome: compared.reasons.length > 0 ? 'held' : 'applied',
    report: comparison.report,
    dissolved: read.total === 0,
    compared,
  }
}

async function applyOrWait(ctx: Context, id: string, read: MembersRead): Promise<Synced> {
  await lockDirectory(ctx)
  await ctx.db.update(directorySyncs).set({ readAt: ctx.now(), brokeOff: null }).where(eq(directorySyncs.id, id))
  const comparison = await compareMembers(ctx, read.sittings)
  const compared = await judgeMembers(ctx, comparison, read)
  const { report } = comparison
  const dissolved = read.total === 0
  await noteRead(ctx, id, read.strange)
  await replaceWaiting(ctx)
  if (compared.reasons.length > 0) {
    await makeSyncWait(ctx, id, { ...report, reasons: compared.reasons })
    return { outcome: 'held', report, dissolved, compared }
  }
  await applyMembers(ctx, read.sittings, { at: ctx.now(), source: 'sync' })
  await takenUpBySource(ctx, read.emails)
  await endSync(ctx, id, 'applied', report)
  await recordReport(ctx, 'directory.sync', report, id)
  return { outcome: 'applied', report, dissolved, compared }
}

/** For the staff's page and a mail. Only what is meant for people to read: anything else is in the log. */
async function noteBreak(ctx: Context, id: string, error: unknown): Promise<void> {
  const isExpected = error instanceof ExpectedFailure
  const brokeOff = isExpected ? error.message : 'It was stopped, or something unexpected rose.'
  await inTransaction(ctx, async (tx) => {
    await tx.db.update(directorySyncs).set({ brokeOff }).where(eq(directorySyncs.id, id))
    if (isExpected) await noteFailure(tx, id, error.message)
  })
}
