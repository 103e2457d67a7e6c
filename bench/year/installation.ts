import { sql } from 'drizzle-orm'
import type { deliveryGround } from '@/bench/delivery-ground'
import { sendCopyJob } from '@/lib/delivery/jobs'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import { HASTY, type playMembersApi } from '@/lib/directory/members-api/testing'
import { confirmSync, waitingSync } from '@/lib/directory/sync/decide-waiting-sync'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { HOUR, MINUTE } from '@/lib/kernel/time/durations'
import { sendConfirmationJob } from '@/lib/letters/jobs'
import { releaseHeld } from '@/lib/letters/waiting/release-held'
import { purge } from '@/lib/privacy/purge'
import { memberContext } from '@/lib/staff/testing'
import { handledJobs } from '@/lib/worker/job-handlers'
import { syncNightly } from '@/lib/worker/sync-nightly'
import { syncWhenDue } from '@/lib/worker/sync-when-due'

type Ground = Awaited<ReturnType<typeof deliveryGround>>
type Api = Awaited<ReturnType<typeof playMembersApi>>

const ROUNDS_MOST = 20
const TRIES = 5

/** An installation whose days are played: its context has the clock that `at` sets, and its worker's verbs run when they would. */
export function installation({ ctx: real, service }: Ground, api: Api, dissolutionDates: string[], start: Date) {
  let now = start
  const ctx: Context = { ...real, now: () => now, env: { ...real.env, dissolutionDates } }
  const asked = { membersApiUrl: api.url, rate: { ...HASTY, atOnce: 16 } }
  const handlers = new Map(handledJobs.map((job) => [job.kind, job]))
  service.now = () => now.getTime()
  const at = (day: number, hours: number, minutes = 0) => {
    now = new Date(start.getTime() + day * 24 * HOUR + hours * HOUR + minutes * MINUTE)
  }
  return {
    ctx,
    at,
    /** The night: the purge, the sync, and where it failed the one of the next hour. Gives whether it was held or failed at first. */
    async night(day: number): Promise<'synced' | 'held' | 'failed at first'> {
      at(day, 3, 17)
      await purge(ctx)
      at(day, 3, 40)
      let failed = false
      await syncNightly(ctx, undefined, asked).catch((error: unknown) => {
        if (!(error instanceof ExpectedFailure)) throw error
        failed = true
        api.failing = () => null
      })
      at(day, 4, 50)
      await syncWhenDue(ctx, undefined, asked)
      await workOff(ctx, handlers)
      if (await waitingSync(ctx)) return 'held'
      return failed ? 'failed at first' : 'synced'
    },
    /** A night without a sync, as where it would find what the last one found. */
    async quietNight(day: number): Promise<'quiet'> {
      at(day, 3, 17)
      await purge(ctx)
      at(day, 4, 50)
      await workOff(ctx, handlers)
      return 'quiet'
    },
    /** An administrator lets in what waits. */
    async letIn(): Promise<void> {
      const id = await waitingSync(ctx)
      if (id) await confirmSync(await memberContext(ctx, 'admin', `admin${now.getTime()}@example.org`), id)
      await workOff(ctx, handlers)
    },
    /** The worker by day: its jobs, what is held for an MP, and what is due to go; the first call's answer may be lost. */
    async work({ losesAnswer }: { losesAnswer: boolean }): Promise<void> {
      await workOff(ctx, handlers)
      await releaseHeld(ctx)
      if (losesAnswer) service.mishaps.push('taken-drop')
      await sendDue(ctx)
      service.mishaps.length = 0
      await workOff(ctx, handlers)
    },
  }
}

/** Mails to writers of which none has to do with who sits; rendering them would be most of the work. */
const LEFT_OUT = new Set([sendConfirmationJob.kind, sendCopyJob.kind])

/** Does the jobs that are due, and those that they ask for. What is asked for at once has the database's own moment. */
async function workOff(
  ctx: Context,
  handlers: ReadonlyMap<string, { take: (ctx: Context, payload: unknown, signal: AbortSignal) => Promise<void> }>,
): Promise<void> {
  const signal = new AbortController().signal
  for (let round = 0; round < ROUNDS_MOST; round++) {
    const due = await ctx.db.execute<{ kind: string; payload: unknown }>(sql`
      with due as (
        delete from graphile_worker._private_jobs
        where run_at <= greatest(${ctx.now().toISOString()}::timestamptz, clock_timestamp())
        returning task_id, payload, id
      )
      select task.identifier as kind, due.payload
      from due join graphile_worker._private_tasks task on task.id = due.task_id order by due.id`)
    if (due.length === 0) return
    const done = due.filter(({ kind }) => !LEFT_OUT.has(kind))
    await Promise.all(done.map(({ kind, payload }) => tried(() => handlers.get(kind)?.take(ctx, payload, signal))))
  }
  throw new Error('The jobs do not come to an end.')
}

/** As the queue does: what fails is tried again. */
async function tried(work: () => Promise<void> | undefined): Promise<void> {
  for (let again = TRIES; ; again--) {
    try {
      return await work()
    } catch (error) {
      if (again === 1) throw error
    }
  }
}
