import { posted } from '@/app/_server/request'
import { DirectoryNotice } from '@/app/staff/directory-notice'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { ButtonLink } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import type { ReplacedKind } from '@/db/schema/index'
import { ADDRESS_WAIT } from '@/lib/directory/address-awaited'
import { electionsReading } from '@/lib/directory/elections/read-elections'
import { waitingMemberList } from '@/lib/directory/members/uploaded/waiting-list'
import { currentRelease, splitCount } from '@/lib/directory/postcodes/releases'
import { type SeatCounts as Counts, seatCounts } from '@/lib/directory/seat-counts'
import { newestSyncs } from '@/lib/directory/sync/newest-syncs'
import { keptUndos } from '@/lib/directory/undo/kept-undos'
import { grouped } from '@/lib/kernel/text'
import { Addresses } from './addresses'
import { Fetching } from './fetching'
import { type Done as Answer, form } from './form'
import { MpsAsOf } from './mps-as-of'
import { Postcodes } from './postcodes'
import { SeatCounts } from './seat-counts'
import { Syncing } from './syncing'
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
  async ({ ctx }, query) => {
    const left = posted(form)
    const [counts, syncs, release, splits, undos, listWaits, elections] = await Promise.all([
      seatCounts(ctx),
      newestSyncs(ctx, SHOWN),
      currentRelease(ctx),
      splitCount(ctx),
      keptUndos(ctx),
      waitingMemberList(ctx),
      electionsReading.state(ctx),
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
          {!left && query.done === 'list' && <ListDone />}
          {!left && query.done === 'same-list' && (
            <Notice look="done" heading="The list is brought in: it changed nobody" />
          )}
        </div>
        <DirectoryNotice ctx={ctx} />
        <SeatCounts ctx={ctx} />
        <Part id="mps" heading="MPs">
          <div className="space-y-6">
            <p className="max-w-measure">
              <MpsAsOf ctx={ctx} /> <span>{countsLine(counts)}</span>
            </p>
            <Syncing ctx={ctx} waits={waiting !== undefined}>
              <ButtonLink look="second" href="/staff/directory/members">
                {listWaits ? 'A list from a file waits' : 'Bring in a list from a file'}
              </ButtonLink>
            </Syncing>
            {back('members')}
          </div>
        </Part>
        {waiting && <Waiting sync={waiting} />}
        <Syncs syncs={syncs} elections={elections} isOff={!ctx.env.membersApiUrl} />
        <Addresses ctx={ctx} />
        <Postcodes
          release={release}
          splits={splits}
          canFetch={ctx.env.releasesUrl !== null}
          fetching={<Fetching ctx={ctx} release={release} />}
        >
          {back('postcodes')}
          {back('splits')}
        </Postcodes>
      </>
    )
  },
)

function ListDone() {
  return (
    <Notice look="done" heading="The list is brought in">
      <p>Letters that waited for an MP, or for an address, go on their way now. The button below takes it back.</p>
    </Notice>
  )
}

const gone: Record<ReplacedKind, string> = {
  postcodes: 'The postcodes that were in use before answer again',
  splits: 'The split postcodes that were in use before answer again',
  members: 'The MPs who were there before are there again',
}

function Done({ answer }: { answer: Answer }) {
  // How far they are stands where they were asked for.
  if (answer === 'fetch' || answer === 'ask') return null
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

function countsLine({ seats, sitting, withoutEmail, awaited }: Counts): string {
  if (sitting === 0) return `Parliament is dissolved: none of the ${grouped(seats)} seats has an MP.`
  const vacant = seats - sitting
  const first =
    awaited > 0
      ? ` For ${grouped(awaited)} of these, who were listed or had an address in the last ${ADDRESS_WAIT}, they wait for an address first.`
      : ''
  return `${grouped(sitting)} of ${grouped(seats)} seats have an MP, ${grouped(vacant)} ${vacant === 1 ? 'is' : 'are'} vacant. ${grouped(withoutEmail)} of the MPs have no e-mail address here: letters to them go by post.${first}`
}
