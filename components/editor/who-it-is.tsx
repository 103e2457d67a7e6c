import { Details } from '@/components/ui/details'
import { counted } from '@/lib/kernel/text'

/** How many MPs a group is of, with their names to look at. */
export function WhoItIs({ mps }: { mps: readonly { code: string; name: string; seat: string; party: string }[] }) {
  if (mps.length === 0) return <p>It matches no MP yet.</p>
  return (
    <Details look="plain" summary={<span key={mps.length}>{`Matches ${counted(mps.length, 'MP')}: see them`}</span>}>
      <ul className="gap-x-8 text-note sm:columns-2">
        {mps.map(({ code, name, seat, party }) => (
          <li key={code} className="border-b border-hair py-1">
            {`${name}, ${seat} (${party})`}
          </li>
        ))}
      </ul>
    </Details>
  )
}
