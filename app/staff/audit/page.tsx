import { staffPage } from '@/app/staff/staff-page'
import { When } from '@/components/staff/when'
import { Table } from '@/components/ui/table'
import { type AuditRow, newestAudit } from '@/lib/audit/newest'

export const metadata = { title: 'Audit' }

const SHOWN = 200

export default staffPage(
  { verb: 'audit.see', at: '/staff/audit', title: 'Audit', lead: `Who did what, and when: the newest ${SHOWN} rows.` },
  async ({ ctx }) => {
    const rows = await newestAudit(ctx, SHOWN)
    if (rows.length === 0) return <p>Nothing has been done yet.</p>
    return (
      <Table
        caption="The newest rows of the audit"
        captionHidden
        columns={['When', 'Who', 'What', 'To what', 'Before', 'After'].map((label) => ({ label }))}
        rows={rows.map((row) => ({
          key: String(row.id),
          cells: [
            <When key="when" at={row.at} />,
            whoOf(row),
            row.verb,
            `${row.subjectKind} ${row.subjectId.slice(0, 8)}`,
            <Written key="before" value={row.before} />,
            <Written key="after" value={row.after} />,
          ],
        }))}
      />
    )
  },
)

function whoOf({ actorKind, actorId, email }: AuditRow): string {
  if (actorKind === 'staff') return email ?? `no longer on the team (${actorId})`
  return actorKind === 'system' ? 'the installation' : 'a supporter'
}

/** What stood there: an object as "name: value", a line each. */
function Written({ value }: { value: unknown }) {
  if (value === null) return null
  const lines =
    typeof value === 'object'
      ? Object.entries(value).map(([name, held]) => `${name}: ${textOf(held)}`)
      : [textOf(value)]
  return <span className="block min-w-40 [overflow-wrap:anywhere] whitespace-pre-line">{lines.join('\n')}</span>
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
