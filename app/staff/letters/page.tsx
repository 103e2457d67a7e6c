import { posted } from '@/app/_server/request'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { knowDomain, letterFilter } from '@/lib/delivery/queue/filter'
import { COUNTED_MOST, countLetters, findLetters, nextLetter, type Total } from '@/lib/delivery/queue/find-letters'
import { listAddress, walkAddress } from '@/lib/delivery/queue/list-address'
import { openActs } from '@/lib/delivery/queue/open-bulk-acts'
import { pausedSending } from '@/lib/delivery/queue/pause-sending'
import { queueGauge } from '@/lib/delivery/queue/queue-gauge'
import { blockedDomains } from '@/lib/delivery/queue/retry-blocked-domain'
import { savedFilters } from '@/lib/delivery/queue/saved-filters'
import { isId } from '@/lib/kernel/id'
import { ownOf } from '@/lib/kernel/own-property'
import { counted, grouped } from '@/lib/kernel/text'
import { heldByReason, tallyByState } from '@/lib/letters/count-by-state'
import { Acts } from './acts'
import { Blocked } from './blocked'
import { Bulk } from './bulk'
import { ConfirmAgain } from './confirm-again'
import { Filter, Narrowed, StateLinks } from './filter'
import { bulk, confirmAgain, keep, pause, resume } from './form'
import { LetterTable } from './letter-table'
import { Saved } from './saved'
import { Sending } from './sending'
import { doneWords } from './words'

export const metadata = { title: 'Letters' }

const SHOWN = 50

export default staffPage(
  {
    verb: 'letters.see',
    at: '/staff/letters',
    title: 'Letters',
    lead: 'Where letters stand. Nothing here says who wrote them, or what.',
  },
  async ({ ctx }, query) => {
    const left = posted(bulk)
    const naming = posted(keep)
    const stopped = posted(pause) ?? posted(resume)
    const confirmed = posted(confirmAgain)
    const isPosted = [left, naming, stopped, confirmed].some((each) => each !== null)
    const filter = await knowDomain(ctx, letterFilter.parse(left?.values ?? naming?.values ?? query))
    const after = !isPosted && typeof query.after === 'string' && isId(query.after) ? query.after : null
    const total = await countLetters(ctx, filter)
    const [byState, held, { letters, older }, first, queue, paused, blocked, acts, saved] = await Promise.all([
      tallyByState(ctx, COUNTED_MOST, filter.campaign ?? undefined),
      heldByReason(ctx),
      findLetters(ctx, filter, SHOWN, after, total),
      nextLetter(ctx, filter, null, total),
      queueGauge(ctx),
      pausedSending(ctx),
      blockedDomains(ctx),
      openActs(ctx),
      savedFilters(ctx),
    ])
    const { campaigns } = paused
    const byName = [...campaigns].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
    return (
      <>
        <div className="max-w-[46rem] empty:hidden">
          <ErrorSummary faults={(left ?? naming ?? stopped ?? confirmed)?.faults ?? []} />
          {!isPosted && <Done action={query.done} changed={query.changed} />}
        </div>
        <Acts acts={acts} begun={query.begun === '1'} live={!isPosted} />
        <Blocked {...blocked} />
        <div className="space-y-3">
          <StateLinks byState={byState} filter={filter} />
          <Saved saved={saved} filter={filter} left={naming} />
          <Filter filter={filter} held={held} campaigns={byName} />
          <Narrowed filter={filter} campaigns={byName} />
        </div>
        <Part id="newest" heading={headingOf(total)}>
          <div className="space-y-4">
            {total.letters === 0 && <p>No letter is like that. Take something off above to see more of them.</p>}
            {first && (
              <p>
                <a className="link font-semibold" href={walkAddress(first, filter)}>
                  Go through them one by one, the oldest first
                </a>
              </p>
            )}
            {total.letters > 0 && <Bulk filter={filter} left={left} />}
            {letters.length > 0 && (
              <LetterTable letters={letters} withCampaign={campaigns.length > 1 && !filter.campaign} />
            )}
            {(after || older) && (
              <nav aria-label="Pages of letters" className="flex flex-wrap gap-x-6">
                {after && (
                  <a className="link inline-flex min-h-target items-center" href={`${listAddress(filter)}#newest`}>
                    The newest
                  </a>
                )}
                {older && (
                  <a
                    className="link inline-flex min-h-target items-center"
                    href={`${listAddress(filter, { after: older })}#newest`}
                    rel="next"
                  >
                    {`The next ${SHOWN}`}
                  </a>
                )}
              </nav>
            )}
          </div>
        </Part>
        <Sending queue={queue} paused={paused} />
        <ConfirmAgain left={confirmed} />
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <a className="link" href="/staff/letters/find">
            Where is my letter? Look up an e-mail address
          </a>
          <a className="link" href="/staff/letters/answers">
            What MPs answered, as their constituents wrote it down
          </a>
        </p>
      </>
    )
  },
)

function headingOf({ letters, isLeast }: Total): string {
  return isLeast ? `More than ${grouped(letters)} letters` : counted(letters, 'letter')
}

function Done({ action, changed }: { action: unknown; changed: unknown }) {
  const words = ownOf(doneWords, action)
  if (!words || typeof changed !== 'string' || !/^\d{1,9}$/.test(changed)) return null
  return <Notice look="done" heading={`${counted(Number(changed), 'letter')} ${words}`} />
}
