import { posted } from '@/app/_server/request'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { knowDomain, letterFilter } from '@/lib/delivery/queue/filter'
import { findLetters } from '@/lib/delivery/queue/find-letters'
import { openActs } from '@/lib/delivery/queue/open-bulk-acts'
import { pausedSending } from '@/lib/delivery/queue/pause-sending'
import { queueGauge } from '@/lib/delivery/queue/queue-gauge'
import { blockedDomains } from '@/lib/delivery/queue/retry-blocked-domain'
import { ownOf } from '@/lib/kernel/own-property'
import { counted } from '@/lib/kernel/text'
import { heldByReason, lettersByState } from '@/lib/letters/count-by-state'
import { Acts } from './acts'
import { Blocked } from './blocked'
import { Bulk } from './bulk'
import { ConfirmAgain } from './confirm-again'
import { Filter, StateLinks } from './filter'
import { bulk, confirmAgain, pause, resume } from './form'
import { LetterTable } from './letter-table'
import { Sending } from './sending'
import { doneWords } from './words'

export const metadata = { title: 'Letters' }

const SHOWN = 100

export default staffPage(
  {
    verb: 'letters.see',
    at: '/staff/letters',
    title: 'Letters',
    lead: 'Where letters stand. Nothing here says who wrote them, or what.',
  },
  async ({ ctx }, query) => {
    const left = posted(bulk)
    const stopped = posted(pause) ?? posted(resume)
    const confirmed = posted(confirmAgain)
    const isPosted = left !== null || stopped !== null || confirmed !== null
    const filter = await knowDomain(ctx, letterFilter.parse(left?.values.action ? left.values : query))
    const [byState, held, { letters, total }, queue, paused, blocked, acts] = await Promise.all([
      lettersByState(ctx),
      heldByReason(ctx),
      findLetters(ctx, filter, SHOWN),
      queueGauge(ctx),
      pausedSending(ctx),
      blockedDomains(ctx),
      openActs(ctx),
    ])
    return (
      <>
        <div className="max-w-[46rem] empty:hidden">
          <ErrorSummary faults={(left ?? stopped ?? confirmed)?.faults ?? []} />
          {!isPosted && <Done action={query.done} changed={query.changed} />}
        </div>
        <p>
          <a className="link" href="/staff/letters/answers">
            What MPs answered, as their constituents wrote it down
          </a>
        </p>
        <Sending queue={queue} paused={paused} />
        <Blocked {...blocked} />
        <ConfirmAgain left={confirmed} />
        <Acts acts={acts} begun={query.begun === '1'} live={!isPosted} />
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[11rem_minmax(0,1fr)]">
          <Part id="states" heading="By state">
            <StateLinks byState={byState} now={filter.state} />
          </Part>
          <Part
            id="newest"
            heading={total > SHOWN ? `The newest ${SHOWN} of ${counted(total, 'letter')}` : counted(total, 'letter')}
          >
            <div className="space-y-6">
              <Filter filter={filter} held={held} />
              {letters.length > 0 && <LetterTable letters={letters} />}
              {letters.length > 0 && <Bulk filter={filter} left={left} />}
            </div>
          </Part>
        </div>
      </>
    )
  },
)

function Done({ action, changed }: { action: unknown; changed: unknown }) {
  const words = ownOf(doneWords, action)
  if (!words || typeof changed !== 'string' || !/^\d{1,9}$/.test(changed)) return null
  return <Notice look="done" heading={`${counted(Number(changed), 'letter')} ${words}`} />
}
