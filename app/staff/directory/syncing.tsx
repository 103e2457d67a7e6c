import type { ReactNode } from 'react'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { isUnderWay, type JobState } from '@/lib/directory/job-state'
import { membersSync } from '@/lib/directory/sync/sync-job'
import type { Context } from '@/lib/kernel/context'
import { JobFailed, JobUnderWay } from './job-notices'

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

function UnderWay({ state }: { state: JobState }) {
  const { words, done, total } = state
  return (
    <JobUnderWay
      heading="The list of the UK Parliament is being read"
      state={state}
      pulse="/staff/directory/sync"
      progress={<Progress value={done} goal={total ?? 0}>{`Reading ${words}: ${done} of ${total ?? 'some'}`}</Progress>}
      meanwhile="Nothing changes before all of it is read."
    />
  )
}

function Ended({ state, waits }: { state: JobState; waits: boolean }) {
  const { phase, words, at } = state
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
  return <JobFailed heading="The MPs could not be synced" state={state} />
}
