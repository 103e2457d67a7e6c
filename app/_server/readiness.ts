// State: one copy in a process.
import { connection } from '@/db/client'
import { pendingMigrations } from '@/db/migrate'
import { hasWaited, QUEUE_MINUTES } from '@/lib/delivery/alerts/alert-rules'
import { oldestDue } from '@/lib/delivery/ledger/oldest-due'
import { stopped } from '@/lib/delivery/ledger/why-sending-stopped'
import { freeBytes } from '@/lib/kernel/disk-space'
import { SECOND } from '@/lib/kernel/time/durations'
import { contextFor } from '@/lib/mailer/process-context'
import { keysFault } from '@/lib/privacy/keys/keys-fault'
import { workerSeen } from '@/lib/worker/worker-seen'

export type Failing = { part: string; message: string }

const PATIENCE_MS = 5 * SECOND
/** Below it a database soon can't write, and neither can what keeps mail or the log. */
const LEAST_FREE_BYTES = 500e6
const SILENT: Failing = { part: 'database', message: 'The database does not answer' }

/** What keeps the installation from answering; `null` for nothing. */
export const failingPart = forAllAtOnce(lookAtData)
/** What keeps it from doing its work: that, and the worker, what waits to be sent, and the disk. */
export const unreadyPart = forAllAtOnce(async () => (await lookAtData()) ?? (await lookAtWork()))

async function lookAtData(): Promise<Failing | null> {
  const pending = await pendingMigrations(connection())
  if (pending > 0) return { part: 'migrations', message: `${pending} migrations are to be applied` }
  const fault = await keysFault(contextFor({ kind: 'system' }))
  return fault ? { part: 'keys', message: 'The data keys do not open what is stored' } : null
}

async function lookAtWork(): Promise<Failing | null> {
  const ctx = contextFor({ kind: 'system' })
  if (!(await workerSeen(ctx))) return { part: 'worker', message: 'No worker has said within a minute that it works' }
  // Whoever has stopped the letters, or an hour of the night, is no fault.
  const since = (await stopped(ctx)) ? null : await oldestDue(ctx)
  if (since && hasWaited(ctx, since, QUEUE_MINUTES))
    return { part: 'queue', message: `A letter has been due for more than ${QUEUE_MINUTES} minutes` }
  const free = await freeBytes(ctx.env.dataDir)
  return free !== null && free < LEAST_FREE_BYTES
    ? { part: 'disk', message: `Less than ${LEAST_FREE_BYTES / 1e6} MB are free where DATA_DIR lies` }
    : null
}

/** Looked at once for all who ask at the same time, for a few seconds at most. */
function forAllAtOnce(look: () => Promise<Failing | null>): () => Promise<Failing | null> {
  let underWay: Promise<Failing | null> | null = null
  return () => {
    underWay ??= inTime(look).finally(() => {
      underWay = null
    })
    return underWay
  }
}

function inTime(look: () => Promise<Failing | null>): Promise<Failing | null> {
  return new Promise((done) => {
    const late = setTimeout(() => done(SILENT), PATIENCE_MS)
    look()
      .then(done, () => done(SILENT))
      .finally(() => clearTimeout(late))
  })
}
