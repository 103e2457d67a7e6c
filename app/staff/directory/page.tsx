import { posted } from '@/app/_server/request'
import { DirectoryNotice } from '@/app/staff/directory-notice'
import { staffPage } from '@/app/staff/staff-page'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import type { ReplacedKind } from '@/db/schema/index'
import { ADDRESS_WAIT } from '@/lib/directory/address-awaited'
import { currentRelease, splitCount } from '@/lib/directory/postcodes/releases'
import { type SeatCounts, seatCounts } from '@/lib/directory/seat-counts'
import { newestSyncs } from '@/lib/directory/sync/newest-syncs'
import { keptUndos } from '@/lib/directory/undo/kept-undos'
import { grouped } from '@/lib/kernel/text'
import { Addresses } from './addresses'
import { Fetching } from './fetching'
import { type Done as Answer, form } from './form'
import { Freshness } from './freshness'
import { Postcodes } from './postcodes'
import { Syncs } from './syncs'
import { Undo } from './undo'
import { Waiting } from './waiting'

export const metadata = { title: 'Directory' }

const SHOWN = 15

export default staffPage(
  {
    verb: 'directory.see',
    at: '/staff/directory',
    title: 'Directory',
    lead: 'Who sits for which seat, when that was last looked up, and where the postcodes come from.',
  },
  async ({ ctx }) => {
    const left = posted(form)
    const [counts, syncs, release, splits, undos] = await Promise.all([
      seatCounts(ctx),
      newestSyncs(ctx, SHOWN),
      currentRelease(ctx),
      splitCount(ctx),
      keptUndos(ctx),
    ])
    const back = (kind: ReplacedKind) => {
      const kept = undos.find((one) => one.kind === kind)
      return kept && <Undo kept={kept} />
    }
    const waiting = syncs.find(({ state }) => state === 'held')
    return (
      <>
        <div className="max-w-[46rem] empty:hidden">
          <ErrorSummary faults={left?.faults ?? []} />
          {left?.done && <Done answer={left.done} />}
        </div>
        <DirectoryNotice ctx={ctx} />
        <p className="max-w-measure">{countsLine(counts)}</p>
        <Freshness ctx={ctx} />
        {waiting && <Waiting sync={waiting} />}
        <Syncs syncs={syncs}>{back('members')}</Syncs>
        <Addresses ctx={ctx} typed={left?.faults.length ? left.values : {}} faults={left?.faults ?? []} />
        <Postcodes release={release} splits={splits} fetching={<Fetching ctx={ctx} release={release} />}>
          {back('postcodes')}
          {back('splits')}
        </Postcodes>
      </>
    )
  },
)

const gone: Record<ReplacedKind, string> = {
  postcodes: 'The postcodes that were in use before answer again',
  splits: 'The split postcodes that were in use before answer again',
  members: 'The MPs who were there before are there again',
}

function Done({ answer }: { answer: Answer }) {
  if (answer === 'fetch') return null
  if (answer === 'address') {
    return (
      <Notice look="done" heading="The address is changed">
        <p>Letters that waited for it go on their way now.</p>
      </Notice>
    )
  }
  if (answer !== 'confirm' && answer !== 'discard') {
    return (
      <Notice look="done" heading={gone[answer]}>
        <p>The button below takes this back.</p>
      </Notice>
    )
  }
  if (answer === 'discard') return <Notice look="done" heading="Discarded: nothing was changed" />
  return (
    <Notice look="done" heading="Confirmed">
      <p>
        The seats are changed. Letters that waited for an MP, or for an MP’s e-mail address, go on their way now, and
        their writers are told.
      </p>
    </Notice>
  )
}

function countsLine({ seats, sitting, withoutEmail, awaited }: SeatCounts): string {
  if (sitting === 0) return `Parliament is dissolved: none of the ${grouped(seats)} seats has an MP.`
  const vacant = seats - sitting
  const first =
    awaited > 0
      ? ` For ${grouped(awaited)} of these, listed in the last ${ADDRESS_WAIT}, they wait for an address first.`
      : ''
  return `${grouped(sitting)} of ${grouped(seats)} seats have an MP, ${grouped(vacant)} ${vacant === 1 ? 'is' : 'are'} vacant. ${grouped(withoutEmail)} of the MPs give no e-mail address: letters to them go by post.${first}`
}
