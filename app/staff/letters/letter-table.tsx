import { When } from '@/components/staff/when'
import { Table } from '@/components/ui/table'
import type { ListedLetter } from '@/lib/delivery/queue/find-letters'
import { stateWords } from './words'

const COLUMNS = ['Letter', 'Constituency', 'MP', 'State', 'Confirmed', 'Accepted', 'Ended']

/** Letters, a line each, without anything of their writers'. */
export function LetterTable({ letters }: { letters: ListedLetter[] }) {
  return (
    <Table
      caption="The letters"
      captionHidden
      columns={COLUMNS.map((label) => ({ label }))}
      rows={letters.map((letter) => ({
        key: letter.id,
        cells: [
          <a key="letter" className="link font-semibold" href={`/staff/letters/${letter.id}`}>
            {letter.id.slice(0, 8)}
          </a>,
          letter.constituency,
          letter.mp ?? 'vacant',
          stateWords(letter.state, letter.heldReason),
          <When key="confirmed" at={letter.confirmedAt} />,
          <When key="accepted" at={letter.acceptedAt} />,
          <When key="ended" at={letter.endedAt} />,
        ],
      }))}
    />
  )
}
