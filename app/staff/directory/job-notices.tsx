import type { ReactNode } from 'react'
import { Pulse } from '@/components/figures/refresh-while-shown'
import { When } from '@/components/staff/when'
import { Notice } from '@/components/ui/notice'
import type { JobState } from '@/lib/directory/job-state'

type UnderWay = {
  heading: string
  state: JobState
  /** Where the page hears that the job is further. */
  pulse: string
  /** How far it is, once it has begun. */
  progress: ReactNode
  /** What holds meanwhile, in a sentence. */
  meanwhile: string
}

/** A job that staff wait for is at work. The page brings itself up to date, without scripts too. */
export function JobUnderWay({ heading, state: { phase, at }, pulse, progress, meanwhile }: UnderWay) {
  return (
    <Notice heading={heading}>
      <Pulse address={pulse} changedAt={at} />
      <noscript>
        <meta httpEquiv="refresh" content="5;url=/staff/directory" />
      </noscript>
      {phase === 'waiting' ? <p>The worker will begin in a moment.</p> : progress}
      <p>{`${meanwhile} This page brings itself up to date.`}</p>
    </Notice>
  )
}

/** A job failed, or ended with its process. */
export function JobFailed({ heading, state: { phase, words, at } }: { heading: string; state: JobState }) {
  return (
    <Notice look="fault" heading={heading}>
      <p>{phase === 'failed' ? words : 'It stopped before its end. The next press goes on from there.'}</p>
      <p>
        <span>That was at </span>
        <When at={new Date(at)} />
        <span>.</span>
      </p>
    </Notice>
  )
}
