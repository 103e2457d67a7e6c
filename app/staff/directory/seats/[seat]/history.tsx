import { ChangedAt } from '@/app/staff/directory/changed-at'
import { sourceName } from '@/app/staff/directory/source-words'
import { Part } from '@/components/staff/part'
import { type Column, Table } from '@/components/ui/table'
import { partyAfterName, partyWords } from '@/lib/directory/party-words'
import type { SeatChange } from '@/lib/directory/seat-history/seat-history'

const columns: Column[] = [{ label: 'When' }, { label: 'What', wide: true }, { label: 'By', wide: true }]

/** Who held a seat, and what changed about them: newest first. */
export function History({ changes }: { changes: readonly SeatChange[] }) {
  return (
    <Part id="history" heading="History">
      {changes.length === 0 ? (
        <p className="max-w-measure">Nobody has sat here since this installation began to keep the directory.</p>
      ) : (
        <Table
          caption="What changed about this seat, newest first"
          captionHidden
          columns={columns}
          rows={changes.map((change) => ({
            key: `${change.id}`,
            cells: [<When key="when" change={change} />, whatWords(change), byWords(change)],
          }))}
        />
      )}
    </Part>
  )
}

/** A phone shows all of a change in one column. */
function When({ change }: { change: SeatChange }) {
  return (
    <span className="block">
      <ChangedAt at={change.at} source={change.source} />
      <span className="block sm:hidden">{whatWords(change)}</span>
      <span className="block text-muted sm:hidden">{byWords(change)}</span>
    </span>
  )
}

function whatWords({ kind, before, after, name, party }: SeatChange): string {
  const [was, is] = [before ?? 'none', after ?? 'none']
  const words: Record<SeatChange['kind'], string> = {
    came: `${after ?? name} is listed, ${partyAfterName(party)}`,
    left: `${before ?? name} is listed no more`,
    name: `${was} is called ${is}`,
    party: `${name}: ${partyWords(was)} before, ${partyWords(is)} now`,
    'e-mail': `${name}’s address: ${was} before, ${is} now`,
  }
  return words[kind]
}

function byWords({ source, isStaff, by }: SeatChange): string {
  if (!isStaff) return sourceName(source)
  const who = by ?? 'somebody who has left the team'
  return source === 'hand' ? `${who}, by hand` : `${sourceName(source)}, with ${who}`
}
