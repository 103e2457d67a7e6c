import { ChangedAt } from '@/app/staff/directory/changed-at'
import { sourceName } from '@/app/staff/directory/source-words'
import { Part } from '@/components/staff/part'
import { Table } from '@/components/ui/table'
import { partyAfterName, partyWords } from '@/lib/directory/party-words'
import type { SeatChange } from '@/lib/directory/seat-history/seat-history'

const columns = ['When', 'What', 'By'].map((label) => ({ label }))

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
            cells: [
              <ChangedAt key="at" at={change.at} source={change.source} />,
              <What key="what" change={change} />,
              fromWords(change),
            ],
          }))}
        />
      )}
    </Part>
  )
}

function What({ change }: { change: SeatChange }) {
  const { kind, before, after, name, party } = change
  const [was, is] = [before ?? 'none', after ?? 'none']
  const words: Record<SeatChange['kind'], string> = {
    came: `${after ?? name} is listed, ${partyAfterName(party)}`,
    left: `${before ?? name} is listed no more`,
    name: `${was} is called ${is}`,
    party: `${name}: ${partyWords(was)} before, ${partyWords(is)} now`,
    'e-mail': `${name}’s address: ${was} before, ${is} now`,
  }
  return <span className="wrap-anywhere">{words[kind]}</span>
}

function fromWords({ source, isStaff, by }: SeatChange): string {
  if (!isStaff) return sourceName(source)
  const who = by ?? 'somebody who has left the team'
  return source === 'hand' ? `${who}, by hand` : `${sourceName(source)}, with ${who}`
}
