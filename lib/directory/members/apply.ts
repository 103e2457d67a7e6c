import { inArray, sql } from 'drizzle-orm'
import { mps } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import type { AuditVerb } from '@/lib/audit/verbs'
import { releaseHeldJob } from '@/lib/directory/jobs'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { type Changes, compareMembers, type MembersReport, type Sitting } from './compare'

/**
 * Brings the sitting MPs to what `sittings` says, in the caller's transaction, which has locked the directory; then
 * has letters looked at that are held for want of an MP or of an address. Another member gets a row of their own from `at` on, when the installation
 * learnt of it; a new name, party or e-mail of the same member goes into their row. Throws as {@link compareMembers}.
 */
export async function applyMembers(ctx: Context, sittings: readonly Sitting[], at: Date): Promise<MembersReport> {
  const { report, changes } = await compareMembers(ctx, sittings)
  await write(ctx, changes, at)
  await enqueue(ctx, releaseHeldJob, {}, { key: 'release-held' })
  return report
}

async function write(ctx: Context, { ended, begun, corrected }: Changes, at: Date): Promise<void> {
  if (ended.length > 0) await ctx.db.update(mps).set({ until: at }).where(inArray(mps.id, ended))
  if (begun.length > 0) {
    await ctx.db
      .insert(mps)
      .values(begun.map(({ constituencyCode, member }) => ({ constituencyCode, ...member, since: at })))
  }
  if (corrected.length === 0) return
  await ctx.db.execute(sql`
    update mps set name = c.name, party = c.party, email = c.email
    from jsonb_to_recordset(${JSON.stringify(corrected)}::jsonb) as c(id uuid, name text, party text, email text)
    where mps.id = c.id`)
}

/** Writes into the audit, in the caller's transaction, in which seats a change of the MPs changed something. */
export function recordReport(ctx: Context, verb: AuditVerb, report: MembersReport, id = 'members'): Promise<void> {
  const codes = (seats: { code: string }[]) => seats.map(({ code }) => code)
  const after = { new: codes(report.new), changed: codes(report.changed), left: codes(report.left) }
  return recordAudit(ctx, { verb, subject: { kind: 'directory', id }, after })
}
