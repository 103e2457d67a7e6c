import { Table } from '@/components/ui/table'
import type { MembersReport, Named } from '@/lib/directory/members/compare'
import { partyWords } from '@/lib/directory/party-words'

const columns = ['Seat', 'What', 'MP', 'Party'].map((label) => ({ label }))

/** Every seat that a sync changes, in the order of the report: who is new, who is put right, who has gone. */
export function Report({ report, caption }: { report: MembersReport; caption: string }) {
  const emptied = new Set(report.vacant.map(({ code }) => code))
  const rows = [
    ...report.new.map((one) => rowOf('New', one)),
    ...report.changed.map((one) => rowOf(`Other ${one.what.join(', ')}`, one)),
    ...report.left.map((one) => rowOf(emptied.has(one.code) ? 'Left; vacant now' : 'Left', one)),
  ]
  if (rows.length === 0) return <p>Nobody was new, changed or gone.</p>
  return <Table caption={caption} captionHidden columns={columns} rows={rows} />
}

/** "4 new, 11 changed, 4 left, 1 vacant". */
export function countsOf(report: MembersReport): string {
  const { new: begun, changed, left, vacant } = report
  return `${begun.length} new, ${changed.length} changed, ${left.length} left, ${vacant.length} vacant`
}

function rowOf(what: string, { code, constituency, name, party }: Named) {
  const seat = (
    <a key="seat" className="link" href={`/staff/directory/seats/${code}`}>
      {constituency}
    </a>
  )
  return { key: `${what} ${code}`, cells: [seat, what, name, partyWords(party)] }
}
