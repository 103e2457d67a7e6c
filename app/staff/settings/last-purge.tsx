import { When } from '@/components/staff/when'
import { Notice } from '@/components/ui/notice'
import { timeAndDate } from '@/emails/_components/date'
import { MINUTE } from '@/lib/kernel/time/durations'
import type { LastPurge as Stand } from '@/lib/privacy/last-purge'
import { purgedKinds, purgeWords } from '@/lib/privacy/purge-kinds'

const SILENT_MS = 10 * MINUTE

/** When the last purge was, how far it is, and what it erased or could not. */
export function LastPurge({ stand }: { stand: Stand | null }) {
  if (!stand) return <p className="max-w-measure">There was no purge yet: one is made every night.</p>
  const erased = purgedKinds.filter((kind) => stand.erased[kind])
  return (
    <Notice look={lookOf(stand)} heading={headingOf(stand)} id="last-purge">
      <p>
        Begun <When at={stand.startedAt} />
        {stand.ended ? ', ended ' : ', last heard of '}
        <When at={stand.seenAt} />
        {Math.abs(stand.asOf.getTime() - stand.startedAt.getTime()) > SILENT_MS &&
          `. It erased what was due by ${timeAndDate(stand.asOf)}`}
        .
      </p>
      {stand.failed.length > 0 && (
        <p>
          Left:{' '}
          {purgedKinds
            .filter((kind) => stand.failed.includes(kind))
            .map((kind) => purgeWords[kind].failed)
            .join(', ')}
          . The log says why, and it is tried again by itself.
        </p>
      )}
      {erased.length > 0 ? (
        <ul className="list-disc pl-5">
          {erased.map((kind) => (
            <li key={kind}>{purgeWords[kind].done(stand.erased[kind] ?? 0)}</li>
          ))}
        </ul>
      ) : (
        <p>{stand.ended ? 'Nothing was due.' : 'Nothing is erased so far.'}</p>
      )}
    </Notice>
  )
}

function lookOf({ ended, failed, seenAt }: Stand) {
  if (failed.length > 0 || (!ended && isSilent(seenAt))) return 'fault'
  return ended ? 'done' : 'info'
}

function headingOf({ ended, failed, seenAt }: Stand): string {
  if (!ended) return isSilent(seenAt) ? 'The last purge broke off' : 'A purge is under way'
  return failed.length > 0 ? 'The last purge could not erase everything' : 'The last purge erased all that was due'
}

function isSilent(seenAt: Date): boolean {
  return Date.now() - seenAt.getTime() > SILENT_MS
}
