import { ChangedAt } from '@/app/staff/directory/changed-at'
import { sourceWords } from '@/app/staff/directory/source-words'
import { Mark } from '@/components/staff/mark'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import { ADDRESS_WAIT, addressAwaitedUntil } from '@/lib/directory/address-awaited'
import type { ListedMp, ListedSeat } from '@/lib/directory/every-seat/listed-seats'
import { partyWords } from '@/lib/directory/party-words'
import { longDate } from '@/lib/kernel/text'

/** Who sits for a seat, since when, and where that is from. */
export function Sitting({ seat: { code, nation, mp }, now }: { seat: ListedSeat; now: Date }) {
  const rows: SummaryRow[] = [
    ...(mp
      ? [
          { term: 'MP', value: <strong>{mp.name}</strong> },
          { term: 'Party', value: partyWords(mp.party) },
          { term: 'E-mail address', value: <Address mp={mp} now={now} /> },
          { term: 'Listed since', value: longDate(mp.since) },
          ...(mp.from
            ? [
                {
                  term: 'Last changed',
                  value: (
                    <>
                      <ChangedAt at={mp.from.at} source={mp.from.source} />
                      <span>{mp.from.source ? `, by ${sourceWords[mp.from.source]}` : ''}</span>
                    </>
                  ),
                },
              ]
            : []),
        ]
      : [
          {
            term: 'MP',
            value: (
              <span className="space-x-2">
                <Mark look="amber">Vacant</Mark>
                <span>Letters wait until there is an MP.</span>
              </span>
            ),
          },
        ]),
    { term: 'Nation', value: nation },
    { term: 'Code', value: <code>{code}</code> },
  ]
  return <SummaryList rows={rows} />
}

function Address({ mp, now }: { mp: ListedMp; now: Date }) {
  const { email, setByHand, sourceEmail, since, addressGoneAt } = mp
  if (!email) {
    const until = addressAwaitedUntil({ since, addressGoneAt })
    return (
      <span className="space-x-2">
        <Mark look="amber">No address</Mark>
        <span>
          {until > now
            ? `Letters wait for one until ${longDate(until)}, ${ADDRESS_WAIT} after ${addressGoneAt ? 'the one that was listed went' : 'the MP was first listed'}; then their writers are asked to post them.`
            : 'Writers are asked to post their letters.'}
        </span>
      </span>
    )
  }
  if (!setByHand) return <span className="wrap-anywhere">{email}</span>
  return (
    <span className="block space-y-1">
      <span className="block wrap-anywhere">
        {email} <Mark look="quiet">By hand</Mark>
      </span>
      <span className="block text-muted">
        {`Set on ${longDate(setByHand)}. ${sourceEmail ? `The source has ${sourceEmail}` : 'The source has none'}; this one stays until that changes.`}
      </span>
    </span>
  )
}
