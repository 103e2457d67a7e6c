import { When } from '@/components/staff/when'
import { type Column, Table } from '@/components/ui/table'
import type { ListedLetter } from '@/lib/delivery/queue/find-letters'
import { stateWords } from './words'

type Props = { letters: readonly ListedLetter[]; withCampaign: boolean }

/** Letters, a line each, without anything of their writers'. */
export function LetterTable({ letters, withCampaign }: Props) {
  const campaign: Column[] = withCampaign ? [{ label: 'Campaign' }] : []
  return (
    <Table
      caption="The letters, newest first"
      captionHidden
      columns={[{ label: 'To' }, ...campaign, ...['State', 'Confirmed', 'Since'].map((label) => ({ label }))]}
      rows={letters.map((letter) => ({
        key: letter.id,
        cells: [
          <a key="letter" className="link" href={`/staff/letters/${letter.id}`}>
            <strong>{letter.mp ?? 'A vacant seat'}</strong>
            <span className="block">{letter.constituency}</span>
          </a>,
          ...(withCampaign ? [letter.campaign] : []),
          stateWords(letter.state, letter.heldReason),
          <When key="confirmed" at={letter.confirmedAt} />,
          <Since key="since" letter={letter} />,
        ],
      }))}
    />
  )
}

/** What happened last to a letter that went, or ended. */
function Since({ letter: { acceptedAt, endedAt } }: { letter: ListedLetter }) {
  if (!acceptedAt && !endedAt) return null
  return (
    <>
      <span>{endedAt ? 'ended' : 'accepted'}</span> <When at={endedAt ?? acceptedAt} />
    </>
  )
}
