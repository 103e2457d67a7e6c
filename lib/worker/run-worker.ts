import { EventEmitter } from 'node:events'
import { parseCronItems, run, type WorkerEvents } from 'graphile-worker'
import { withPatience } from '@/db/patience'
import type { At } from '@/db/server-address/drivers'
import { queuePool } from '@/db/server-address/queue-pool'
import { alertStaffJob } from '@/lib/delivery/alerts/raise-alerts'
import { letterSender } from '@/lib/delivery/send-in-lanes'
import { tellOfAgesJob } from '@/lib/directory/age/tell-of-ages'
import { lookForReleaseJob } from '@/lib/directory/fetch/look-for-release'
import { releaseHeldJob } from '@/lib/directory/jobs'
import { sendDueDigestsJob } from '@/lib/figures/digest/send-daily-digests'
import { findMilestonesJob } from '@/lib/figures/milestones'
import { recountFiguresJob } from '@/lib/figures/roll-up/recount-nightly'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { enqueue } from '@/lib/jobs/enqueue'
import { log } from '@/lib/kernel/log'
import { onDue } from '@/lib/letters/wake-sender'
import { checkMailDomainJob } from '@/lib/mailer/preflight/check-sender-domain'
import { contextFor } from '@/lib/mailer/process-context'
import { purgeJob } from '@/lib/privacy/purge'
import { webhookSender } from '@/lib/webhooks/sending/sender'
import { beat, stopBeating, unlock } from './heartbeat'
import { taskList } from './job-handlers'
import { keepQueue } from './keep-queue'
import { workerLog } from './log'
import { repeat } from './repeat'
import { syncMembersJob } from './sync-nightly'
import { syncWhenDueJob } from './sync-when-due'

const ROLL_UP_MS = 10_000
const SEND_MS = 2000
const WEBHOOKS_MS = 2000
const SIGN_OF_LIFE_MS = 20_000
/** Jobs under way at once: for a service that takes many messages in a call, as many as wait for one. */
const [AT_ONCE, AT_ONCE_IN_CALLS] = [4, 50]
/** How long the end of a job waits for others, milliseconds. */
const GATHERED_MS = 100

/** Runs the jobs, sends letters and rolls the figures up until `stop` is called, which waits for what is under way. */
export async function runWorker(at: At): Promise<{ stop(): Promise<void> }> {
  const ctx = contextFor({ kind: 'system' })
  const queueIds = new Set<string>()
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => queueIds.add(workerPool.id))
  events.on('worker:create', ({ worker }) => queueIds.add(worker.workerId))
  const atOnce = ctx.transport.most > 1 ? AT_ONCE_IN_CALLS : AT_ONCE
  // The queue tries again by itself.
  const lost = (err: Error) => log.warn({ err }, 'A connection of the job queue was lost')
  const pgPool = queuePool(at, 'dear-mp jobs', { lost })
  const start = () =>
    run({
      pgPool,
      events,
      noHandleSignals: true,
      preset: {
        worker: {
          preparedStatements: ctx.env.databasePrepared,
          concurrentJobs: atOnce,
          pollInterval: 1000,
          // Taken by the fifty, and ended together: one by one, the queue costs as much as the work.
          localQueue: { size: AT_ONCE_IN_CALLS },
          completeJobBatchDelay: GATHERED_MS,
          // Gathered, a failure that cannot be written is caught, and the queue ends; alone, nobody would hear of it but Node.
          failJobBatchDelay: GATHERED_MS,
        },
      },
      taskList,
      logger: workerLog,
      parsedCronItems: parseCronItems([
        { task: checkMailDomainJob.kind, match: '23 */6 * * *', identifier: 'mail domain' },
        { task: alertStaffJob.kind, match: '*/10 * * * *', identifier: 'alerts' },
        // What waits for an MP's e-mail address waits so many days: nothing but time says that they are over.
        { task: releaseHeldJob.kind, match: '*/10 * * * *', identifier: 'held for an MP' },
        // Retried for an hour or so; the job key lets the next night's replace one that still fails.
        {
          task: purgeJob.kind,
          match: '17 3 * * *',
          identifier: 'nightly purge',
          options: { maxAttempts: 8, jobKey: 'nightly purge' },
        },
        { task: recountFiguresJob.kind, match: '5 4 * * *', identifier: 'nightly recount' },
        { task: findMilestonesJob.kind, match: '*/10 * * * *', identifier: 'milestones' },
        // London's seven o'clock is one of the two; the verb knows which.
        { task: sendDueDigestsJob.kind, match: '5 6,7 * * *', identifier: 'digests' },
        { task: lookForReleaseJob.kind, match: '35 5 * * 2', identifier: 'newer postcodes' },
        { task: syncWhenDueJob.kind, match: '50 * * * *', identifier: 'sync when due' },
        { task: tellOfAgesJob.kind, match: '55 * * * *', identifier: 'ages of the directory' },
        // Retried for some hours; the job key lets the next night's replace one that still fails.
        {
          task: syncMembersJob.kind,
          match: '40 3 * * *',
          identifier: 'nightly sync',
          options: { maxAttempts: 10, jobKey: 'nightly sync' },
        },
      ]),
    })
  const free = async () => {
    await unlock(ctx, [...queueIds])
    queueIds.clear()
  }
  const queue = await keepQueue({ start, free })
  // A domain that was never looked at holds letters back, so that is not left to the hour.
  await enqueue(ctx, checkMailDomainJob, {}, { key: 'check mail domain' })
  await enqueue(ctx, syncWhenDueJob, {}, { key: 'sync when due' })
  const stopping = new AbortController()
  const rolling = repeat(ROLL_UP_MS, stopping.signal, 'The figures could not be rolled up', () => rollUp(ctx))
  // Woken as soon as a letter is due; looking by itself finds what waited for its hour, or a fallen worker has left.
  const letters = letterSender(ctx, stopping.signal)
  const stopListening = await onDue(letters.look)
  const sending = repeat(SEND_MS, stopping.signal, 'Letters could not be looked for', async () => letters.look())
  // In lanes beside the jobs: a receiver that never answers keeps no letter waiting.
  const webhooks = webhookSender(ctx, stopping.signal)
  const passing = repeat(WEBHOOKS_MS, stopping.signal, 'Webhooks could not be looked for', () => webhooks.look())
  const living = repeat(SIGN_OF_LIFE_MS, stopping.signal, 'The worker could not say that it works', () =>
    // Where even this is not answered, the database has fallen silent: that is found out here.
    withPatience(SIGN_OF_LIFE_MS, () => beat(ctx, queueIds)),
  )
  return {
    async stop() {
      stopping.abort()
      // Not waited for: where the database is gone, so is the listening.
      stopListening().catch(() => {})
      try {
        await Promise.all([rolling, sending, passing, living, queue.stop()])
        await Promise.all([letters.idle(), webhooks.idle()])
      } finally {
        await pgPool.end()
        await stopBeating(ctx)
      }
    },
  }
}
