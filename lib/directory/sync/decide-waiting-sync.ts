import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { directorySyncs } from '@/db/schema/index'
import { lockDirectory } from '@/lib/directory/lock-directory'
import { applyMembers, recordReport } from '@/lib/directory/members/apply'
import { takenUpBySource } from '@/lib/directory/members/by-hand'
import type { MembersReport } from '@/lib/directory/members/compare'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { endSync } from './end-sync'
import { sittingsOf } from './read-members'
import { storedReading } from './resumable-reading'
import { readStoredReport } from './stored-report'

/**
 * Applies the sync that was held, as it was read then. Gives what it changed; throws a `Refusal` where the actor may
 * not, and {@link ExpectedFailure} when this one waits no longer.
 */
export async function confirmSync(ctx: Context, id: string): Promise<MembersReport> {
  assertAllowed(ctx, 'directory.confirm')
  return inTransaction(ctx, async (tx) => {
    await waiting(tx, id)
    const { list, emails } = await storedReading(tx, id)
    if (!list) throw new Error(`What was read for the sync ${id} is not there.`)
    const { sittings } = await sittingsOf(tx, list, emails)
    const done = await applyMembers(tx, sittings, { at: tx.now(), source: 'sync' })
    await takenUpBySource(tx, emails)
    await endSync(tx, id, 'applied', done)
    await recordReport(tx, 'directory.confirm-sync', done, id)
    return done
  })
}

/** Lets the sync that was held go, with nothing changed. Throws as {@link confirmSync} does. */
export function discardSync(ctx: Context, id: string): Promise<void> {
  assertAllowed(ctx, 'directory.confirm')
  return inTransaction(ctx, async (tx) => {
    const { report } = await waiting(tx, id)
    await endSync(tx, id, 'discarded')
    await recordReport(tx, 'directory.discard-sync', readStoredReport(report), id)
  })
}

/** The id of the sync that waits for an administrator; null when none does. */
export async function waitingSync(ctx: Context): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: directorySyncs.id })
    .from(directorySyncs)
    .where(and(isNotNull(directorySyncs.heldAt), isNull(directorySyncs.endedAt)))
  return row?.id ?? null
}

/** The sync's row, locked, with the directory. */
async function waiting(ctx: Context, id: string): Promise<{ report: unknown }> {
  await lockDirectory(ctx)
  const [row] = await ctx.db
    .select({ report: directorySyncs.report })
    .from(directorySyncs)
    .where(and(eq(directorySyncs.id, id), isNotNull(directorySyncs.heldAt), isNull(directorySyncs.endedAt)))
    .for('update')
  if (row) return row
  throw new ExpectedFailure('This sync waits no longer: it was confirmed or discarded, or a newer one took its place.')
}
