import { recordAudit } from '@/lib/audit/record'
import type { Context } from '@/lib/kernel/context'
import { BYTE_ORDER_MARK, type Cell, csvLines } from '@/lib/kernel/csv'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import type { AuditFilter } from './filter'
import { type AuditRow, listAudit } from './read-audit'

const AT_ONCE = 500
const COLUMNS = ['number', 'at', 'who', 'e-mail', 'what', 'subject', 'subject id', 'before', 'after']

/**
 * The audit as CSV, newest first, piece by piece: it can be longer than what fits into memory. No cell begins a
 * formula (OWASP, CSV injection). That it was taken out is itself written down before the first piece. Throws a
 * `Refusal` where the actor may not.
 */
export async function exportAudit(ctx: Context, filter: AuditFilter): Promise<AsyncGenerator<string>> {
  assertAllowed(ctx, 'audit.export')
  await recordAudit(ctx, { verb: 'audit.export', subject: { kind: 'audit', id: 'all' }, after: filter })
  return csvChunks(ctx, filter)
}

async function* csvChunks(ctx: Context, filter: AuditFilter): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLines([COLUMNS])
  for (let before: number | undefined; ; ) {
    const { rows, older } = await listAudit(ctx, filter, { before }, AT_ONCE)
    if (rows.length > 0) yield csvLines(rows.map(cellsOf))
    if (older === null) return
    before = older
  }
}

function cellsOf(row: AuditRow): Cell[] {
  const { id, at, actorKind, actorId, email, verb, subjectKind, subjectId, before, after } = row
  const who = actorId ?? actorKind
  return [id, at.toISOString(), who, email ?? '', verb, subjectKind, subjectId, written(before), written(after)]
}

function written(value: unknown): string {
  return value === null ? '' : JSON.stringify(value)
}
