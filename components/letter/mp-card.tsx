import { partyNote, partyWords } from '@/lib/directory/party-words'

type Props = { constituency: string; mp: { name: string; party: string } | null }

/** Who a letter would go to. */
export function MpCard({ constituency, mp }: Props) {
  const note = mp && partyNote(mp.party)
  return (
    <div className="paper max-w-measure px-[min(1.25rem,6.25vw)] py-4 font-serif">
      <p className="text-h2 wrap-anywhere">{mp ? mp.name : constituency}</p>
      {mp && <p className="mt-1 text-lead">{`MP for ${constituency}`}</p>}
      {mp && <p className="mt-2 font-sans text-note">{partyWords(mp.party)}</p>}
      {note && <p className="mt-2 font-sans">{note}</p>}
    </div>
  )
}
