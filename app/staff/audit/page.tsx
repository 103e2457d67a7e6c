import { answerWith } from '@/app/_server/request'
import { staffPage } from '@/app/staff/staff-page'
import { When } from '@/components/staff/when'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Table } from '@/components/ui/table'
import { verbWords } from '@/lib/audit/verbs'
import { auditChoices } from '@/lib/staff/audit/choices'
import { type AuditPage, type AuditRow, listAudit } from '@/lib/staff/audit/read-audit'
import { FilterForm } from './filter-form'
import { auditNames, type Names, subjectWords, valueWords, whoDid, writtenWords } from './names'
import { askedFilter, askedPlace, auditHref } from './query'

export const metadata = { title: 'Audit' }

const SHOWN = 50

export default staffPage(
  {
    verb: 'audit.see',
    at: '/staff/audit',
    title: 'Audit',
    lead: 'Who did what, and when. No row is ever changed, and none holds a supporter’s data.',
  },
  async ({ ctx }, query) => {
    const { typed, filter, faults } = askedFilter(query)
    if (faults.length > 0) answerWith(422)
    const [page, choices] = await Promise.all([listAudit(ctx, filter, askedPlace(query), SHOWN), auditChoices(ctx)])
    const named = await auditNames(ctx, choices)
    return (
      <>
        <ErrorSummary faults={faults} />
        <FilterForm typed={typed} faults={faults} choices={choices} />
        {page.rows.length === 0 ? (
          <p>
            {Object.values(typed).some(Boolean) ? (
              <>
                Nothing was written down that fits.{' '}
                <a className="link" href="/staff/audit">
                  Show everything
                </a>
              </>
            ) : (
              'Nothing has been done yet: what anybody on the team does appears here.'
            )}
          </p>
        ) : (
          <>
            <Rows rows={page.rows} named={named} />
            <Pages page={page} typed={typed} />
          </>
        )}
      </>
    )
  },
)

function Rows({ rows, named }: { rows: AuditRow[]; named: Names }) {
  return (
    <Table
      caption="The audit, newest first"
      captionHidden
      columns={['When, and who', 'What', 'To what', 'Before', 'After'].map((label) => ({ label }))}
      rows={rows.map((row) => ({
        key: String(row.id),
        cells: [
          <span key="when">
            <When at={row.at} />
            <span className="block wrap-anywhere text-muted">{whoDid(row, named)}</span>
          </span>,
          verbWords(row.verb),
          <span key="subject" className="block min-w-28 wrap-anywhere">
            {subjectWords(row, named)}
          </span>,
          <Written key="before" value={row.before} named={named} />,
          <Written key="after" value={row.after} named={named} />,
        ],
      }))}
    />
  )
}

function Pages({ page: { older, newer }, typed }: { page: AuditPage; typed: Record<string, string> }) {
  return (
    <nav aria-label="Pages of the audit" className="flex flex-wrap gap-x-8 gap-y-2">
      {newer !== null && (
        <a
          className="link min-h-target font-semibold"
          rel="prev"
          href={auditHref('/staff/audit', typed, { after: newer })}
        >
          Newer
        </a>
      )}
      {older !== null && (
        <a
          className="link min-h-target font-semibold"
          rel="next"
          href={auditHref('/staff/audit', typed, { before: older })}
        >
          Older
        </a>
      )}
      <a className="link min-h-target" href={auditHref('/staff/audit/csv', typed)}>
        All of these as CSV
      </a>
    </nav>
  )
}

/** What stood there: an object as "name: value", a line each. */
function Written({ value, named }: { value: unknown; named: Names }) {
  if (value === null) return null
  const lines =
    typeof value === 'object'
      ? Object.entries(value).map(([name, held]) => writtenWords(name, held, named))
      : [valueWords(value)]
  return <span className="block min-w-28 wrap-anywhere whitespace-pre-line">{lines.join('\n')}</span>
}
