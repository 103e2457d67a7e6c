import { Table } from '@/components/ui/table'
import type { Check } from '@/lib/mailer/preflight/check'

/** What was looked at, a line each: in order or not, what was found, and what to do. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  if (checks.length === 0) return null
  return (
    <Table
      caption="What was looked at"
      captionHidden
      columns={['What', 'State', 'Found', 'What to do'].map((label) => ({ label }))}
      rows={checks.map(({ name, ok, found, todo }) => ({
        key: name,
        cells: [
          name,
          <strong key="state" className={ok ? 'text-accent' : 'text-fault'}>
            {ok ? 'in order' : 'fault'}
          </strong>,
          <span key="found" className="wrap-anywhere">
            {found}
          </span>,
          todo ?? '',
        ],
      }))}
    />
  )
}
