import { partyNote, partyWords } from '@/lib/directory/party-words'

type Props = { constituency: string; mp: { name: string; party: string } | null }

/** Who a letter would go to. */
export function MpCard({ constituency, mp }: Props) {
  const note = mp && partyNote(mp.party)
  return (
    <div className="paper max-w-measure px-5 py-4 font-serif max-tight:px-2">
      <p className="text-h2 wrap-anywhere">{mp ? mp.name : constituency}</p>
      {mp && <p className="mt-1 text-[min(var(--text-lead),9.25vw)] leading-[1.42]">{`MP for ${constituency}`}</p>}
      {mp && <p className="mt-2 font-sans text-note">{partyWords(mp.party)}</p>}
      {note && <p className="mt-2 font-sans">{note}</p>}
    </div>
  )
}
