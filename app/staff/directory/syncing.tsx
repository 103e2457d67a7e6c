import type { ReactNode } from 'react'
import { Pulse } from '@/components/figures/refresh-while-shown'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { isUnderWay, type JobState } from '@/lib/directory/job-state'
import { membersSync } from '@/lib/directory/sync/sync-job'
import type { Context } from '@/lib/kernel/context'

type Props = {
  ctx: Context
  /** One waits for an administrator. */
  waits: boolean
  /** The other way to newer MPs, beside the press. */
  children: ReactNode
}

/** A sync by one press: how far it is or how it ended, and the press, where the Members API is not off. */
export async function Syncing({ ctx, waits, children }: Props) {
  const isOn = ctx.env.membersApiUrl !== null
  const state = isOn ? await membersSync.state(ctx) : null
  const underWay = isUnderWay(state, ctx.now())
  return (
    <div className="max-w-[46rem] space-y-5">
      {state && (underWay ? <UnderWay state={state} /> : <Ended state={state} waits={waits} />)}
      <form
        id="sync-now-form"
        method="post"
        action="/staff/directory#mps"
        className="flex flex-wrap items-center gap-x-4 gap-y-3"
      >
        {isOn && !underWay && (
          <Button name="ask" value="sync">
            Sync now
          </Button>
        )}
        {children}
      </form>
    </div>
  )
}

function UnderWay({ state: { phase, words, done, total, at } }: { state: JobState }) {
  return (
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
  if (phase === 'refused') {
    // What became of one that waited stands among the syncs.
    if (!waits) return null
    return (
      <p className="max-w-measure">
        <span>Read at </span>
        <When at={new Date(at)} />
        <span>. It would change too much: </span>
        <a className="link" href="#waiting">
          it waits for you
        </a>
        <span>.</span>
      </p>
    )
  }
  return (
    <Notice look="fault" heading="The MPs could not be synced">
      <p>{phase === 'failed' ? words : 'It stopped before its end. The next press goes on from there.'}</p>
      <p>
        <span>That was at </span>
        <When at={new Date(at)} />
        <span>.</span>
      </p>
    </Notice>
  )
}
