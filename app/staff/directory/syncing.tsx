import { Pulse } from '@/components/figures/refresh-while-shown'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { isUnderWay, type JobState } from '@/lib/directory/job-state'
import { membersSync } from '@/lib/directory/sync/sync-job'
import type { Context } from '@/lib/kernel/context'

/** A sync by one press: how far it is or how it ended, and the press; where the Members API is off, nothing. `waits`: one waits for an administrator. */
export async function Syncing({ ctx, waits }: { ctx: Context; waits: boolean }) {
  if (!ctx.env.membersApiUrl) return null
  const state = await membersSync.state(ctx)
  if (state && isUnderWay(state, ctx.now())) return <UnderWay state={state} />
  return (
    <div className="max-w-[46rem] space-y-4">
      {state && <Ended state={state} waits={waits} />}
      <form id="sync-now-form" method="post" action="/staff/directory#mps">
        <Button name="ask" value="sync">
          Sync now
        </Button>
      </form>
    </div>
  )
}

function UnderWay({ state: { phase, words, done, total, at } }: { state: JobState }) {
  return (
    <div className="max-w-[46rem]">
      <Notice heading="The list of the UK Parliament is being read">
        <Pulse address="/staff/directory/sync" changedAt={at} />
        <noscript>
          <meta httpEquiv="refresh" content="5;url=/staff/directory" />
        </noscript>
        {phase === 'waiting' ? (
          <p>The worker will begin in a moment.</p>
        ) : (
          <Progress value={done} goal={total ?? 0}>{`Reading ${words}: ${done} of ${total ?? 'some'}`}</Progress>
        )}
        <p>Nothing changes before all of it is read. This page brings itself up to date.</p>
      </Notice>
    </div>
  )
}

function Ended({ state: { phase, words, at }, waits }: { state: JobState; waits: boolean }) {
  if (phase === 'done') {
    return (
      <p className="max-w-measure">
        <span>Synced at </span>
        <When at={new Date(at)} />
        <span>{`. ${words}`}</span>
      </p>
    )
  }
  // What became of one that waited stands among the syncs.
  if (phase === 'refused' && !waits) return null
  if (phase === 'refused') {
    return (
      <Notice look="held" heading="The sync would change too much">
        <p>{words}</p>
        <p>
          <a className="link" href="#waiting">
            See what would change
          </a>
        </p>
      </Notice>
    )
  }
  return (
    <Notice look="fault" heading="The MPs could not be synced">
      <p>{phase === 'failed' ? words : 'It stopped before its end. The next press goes on from there.'}</p>
      <p>
        <span>That was at </span>
        <When at={new Date(at)} />
        <span>. Nothing was changed.</span>
      </p>
    </Notice>
  )
}
