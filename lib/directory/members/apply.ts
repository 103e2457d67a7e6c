import { inArray } from 'drizzle-orm'
import { mps } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import type { AuditVerb } from '@/lib/audit/verbs'
import { releaseHeldJob } from '@/lib/directory/jobs'
import { noteSeatChanges } from '@/lib/directory/seat-history/note-changes'
import { forgetUndo, keepUndo } from '@/lib/directory/undo/keep-undo'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { type MembersBefore, originBefore } from './before'
import { addressesByHand, markByHand } from './by-hand'
import { type Changes, compareMembers, type MembersReport, type Sitting } from './compare'
import { correctMps, mpsAsTheyAre } from './correct-mps'
import { type MembersSource, membersOriginOf, noteMembers } from './source'

/**
 * Brings the sitting MPs to what `sittings` says, in the caller's transaction, which has locked the directory; then
 * has letters looked at that are held for want of an MP or of an address. Another member gets a row of their own from `at` on, when the installation
 * learnt of it; a new name, party or e-mail of the same member goes into their row, and counts as set by hand where it
 * is from a file. What was before is kept, to go back
 * to, unless it is the snapshot's. Throws as {@link compareMembers}.
 */
export async function applyMembers(
  ctx: Context,
  sittings: readonly Sitting[],
  { at, source }: { at: Date; source: MembersSource },
): Promise<MembersReport> {
  const { report, changes } = await compareMembers(ctx, sittings)
  const before = await membersOriginOf(ctx)
  const corrected = await mpsAsTheyAre(
    ctx,
    changes.corrected.map(({ id }) => id),
  )
  const byHand = await addressesByHand(ctx)
  const begun = await write(ctx, changes, at)
  if (source === 'import') await markByHand(ctx, corrected, byHand)
  await noteSeatChanges(ctx, source, { came: begun, left: changes.ended, before: corrected }, at)
  if (source === 'snapshot') await forgetUndo(ctx, 'members')
  else if (begun.length + changes.ended.length + corrected.length > 0) {
    const back: MembersBefore = { ...originBefore(before), begun, ended: changes.ended, corrected }
    await keepUndo(ctx, 'members', { what: whatCameIn(source, report), back })
  }
  // A list of some of the seats says nothing of how the others are.
  const isWhole = source !== 'import' || report.notNamed === 0
  await noteMembers(ctx, { source, asOf: isWhole ? at.toISOString() : (before?.asOf ?? null) })
  await enqueue(ctx, releaseHeldJob, {}, { key: 'release-held' })
  return report
}

/** Gives the ids of the rows that it begins. */
async function write(ctx: Context, { ended, begun, corrected }: Changes, at: Date): Promise<string[]> {
  if (ended.length > 0) await ctx.db.update(mps).set({ until: at }).where(inArray(mps.id, ended))
  await correctMps(ctx, corrected)
  if (begun.length === 0) return []
  const rows = await ctx.db
    .insert(mps)
    .values(begun.map(({ constituencyCode, member }) => ({ constituencyCode, ...member, since: at })))
    .returning({ id: mps.id })
  return rows.map(({ id }) => id)
}

function whatCameIn(source: MembersSource, report: MembersReport): string {
  const from = source === 'sync' ? 'The UK Parliament’s list of members' : 'A list of members from a file'
  return `${from} came in: ${report.new.length} new, ${report.changed.length} changed, ${report.left.length} left`
}

/** Writes into the audit, in the caller's transaction, in which seats a change of the MPs changed something. */
export function recordReport(ctx: Context, verb: AuditVerb, report: MembersReport, id = 'members'): Promise<void> {
  const codes = (seats: { code: string }[]) => seats.map(({ code }) => code)
  const after = { new: codes(report.new), changed: codes(report.changed), left: codes(report.left) }
  return recordAudit(ctx, { verb, subject: { kind: 'directory', id }, after })
}
