import { partyLine } from '@/lib/directory/party-words'
import { SortingCode } from './sorting-code'
import { Stamp } from './stamp'

type Props = {
  /** `null` while the seat is vacant. */
  mp: { name: string; party: string } | null
  constituency: string
  /** When the letter was sent, in words such as "6 October 2020": the stamp gets a postmark. */
  posted?: string | undefined
  /** It cannot be sent yet, for a reason that the page gives: the place of the stamp stays empty. */
  held?: boolean
  /** There is no MP because Parliament is dissolved, not because this seat is vacant. */
  dissolved?: boolean | undefined
}

const DISSOLVED = 'Parliament is dissolved: there are no MPs until the general election.'

/** Who the letter goes to, as an addressed envelope. */
export function Envelope({ mp, constituency, posted, held = mp === null, dissolved = false }: Props) {
  return (
    <div className="paper envelope">
      <div className="flex justify-end">
        {posted ? <Stamp state="posted" date={posted} /> : <Stamp state={held ? 'waiting' : 'ready'} />}
      </div>
      <address className="envelope-address">
        <strong>{mp ? `${mp.name} MP` : 'The Member of Parliament'}</strong>
        <span>{mp ? `Member for ${constituency}` : `for ${constituency}`}</span>
        <span>House of Commons</span>
        <span>London SW1A 0AA</span>
      </address>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <p className="font-sans text-note">
          {mp ? partyLine(mp.party) : dissolved ? DISSOLVED : 'The seat is vacant: nobody sits for it at present.'}
        </p>
        <SortingCode />
      </div>
    </div>
  )
}
