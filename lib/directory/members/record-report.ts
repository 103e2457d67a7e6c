import { recordAudit } from '@/lib/audit/record'
import type { AuditVerb } from '@/lib/audit/verbs'
import type { Context } from '@/lib/kernel/context'
import type { MembersReport } from './compare'

/** Writes into the audit, in the caller's transaction, in which seats a change of the MPs changed something. */
export function recordReport(ctx: Context, verb: AuditVerb, report: MembersReport, id = 'members'): Promise<void> {
  const codes = (seats: { code: string }[]) => seats.map(({ code }) => code)
  const after = { new: codes(report.new), changed: codes(report.changed), left: codes(report.left) }
  return recordAudit(ctx, { verb, subject: { kind: 'directory', id }, after })
}
