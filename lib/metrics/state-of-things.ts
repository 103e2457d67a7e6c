// State: one copy in a process.
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { Gauge, Registry } from 'prom-client'
import { z } from 'zod'
import { connection } from '@/db/client'
import { pendingMigrations } from '@/db/migrate'
import { measures } from '@/db/schema/index'
import { oldestDue } from '@/lib/delivery/ledger/oldest-due'
import { stopped } from '@/lib/delivery/ledger/why-sending-stopped'
import { directoryAges } from '@/lib/directory/age/ages'
import { syncTrouble } from '@/lib/directory/sync/trouble'
import { sumColumns, sumShape } from '@/lib/figures/dashboard/sums'
import type { Context } from '@/lib/kernel/context'
import { freeBytes } from '@/lib/kernel/disk-space'
import { log } from '@/lib/kernel/log'
import { readRows } from '@/lib/kernel/read-rows'
import { SECOND } from '@/lib/kernel/time/durations'
import { lettersByState, type StateCount } from '@/lib/letters/count-by-state'
import { keysFault } from '@/lib/privacy/keys/keys-fault'
import { workerSeen } from '@/lib/worker/worker-seen'

/** Looked at so often at most, however many ask. Letters are counted more seldom: a million take a quarter of a second. */
const [KEPT_MS, LETTERS_KEPT_MS] = [10 * SECOND, 60 * SECOND]
const PATIENCE_MS = 4 * SECOND

const things = new Registry()
const gauge = <T extends string>(name: string, help: string, labelNames: T[] = []) =>
  new Gauge({ name: `dear_mp_${name}`, help, labelNames, registers: [things] })

const up = gauge('database_up', '1 where the database answers. Without it, all that is read from it is missing here.')
const migrations = gauge('migrations_pending', 'Migrations that are to be applied.')
const keys = gauge('keys_open', '1 where the data keys open what is stored.')
const worker = gauge('worker_seen', '1 where a worker has said within a minute that it works.')
const due = gauge('oldest_due_seconds', 'For how long the letter is due that has been so for longest; 0 where none is.')
const sending = gauge('sending_stopped', '1 where no letters go, by why.', ['why'])
const letters = gauge('letters', 'Genuine letters by their state, counted once a minute.', ['state'])
const steps = gauge('journey_steps', 'Steps of journeys of all campaigns since they began.', ['step'])
const jobs = gauge('jobs', 'Jobs in the queue: those that wait for their time or a worker, and those given up.', [
  'state',
])
const disk = gauge('disk_free_bytes', 'Bytes that are free where DATA_DIR lies.')
const members = gauge('mps_as_of_seconds', 'Of when the MPs of the directory are, as a Unix time.')
const postcodes = gauge('postcodes_released_seconds', 'When the release of postcodes appeared, as a Unix time.')
const trouble = gauge('sync_trouble', '1 where the last sync of MPs failed or was strange.')
const connections = gauge('database_connections', 'Connections of the product to its database, by what they do.', [
  'state',
])
const allowed = gauge('database_connections_allowed', 'Connections that the database server takes from everybody.')

const queued = z.object({ waiting: z.number(), failed: z.number() })
const connected = z.object({ state: z.string(), many: z.number(), most: z.number() })

let [lookedAt, counted, countedAt]: [number, StateCount[], number] = [
  Number.NEGATIVE_INFINITY,
  [],
  Number.NEGATIVE_INFINITY,
]
let looking: Promise<void> | null = null

/** How the installation stands, as Prometheus reads it: looked at once in ten seconds at most, for all who ask. */
export async function stateOfThings(ctx: Context): Promise<string> {
  if (performance.now() - lookedAt > KEPT_MS) {
    looking ??= look(ctx).finally(() => {
      looking = null
      lookedAt = performance.now()
    })
  }
  await looking
  return things.metrics()
}

async function look(ctx: Context): Promise<void> {
  things.resetMetrics()
  disk.set((await freeBytes(ctx.env.dataDir)) ?? 0)
  try {
    await inTime(Promise.all([installation(ctx), work(ctx), directory(ctx), server(ctx)]))
    up.set(1)
  } catch (err) {
    log.warn({ err }, 'How the installation stands could not be looked at')
    // What was read before it fell would look like what is.
    things.resetMetrics()
    disk.set((await freeBytes(ctx.env.dataDir)) ?? 0)
  }
}

/** Throws where it takes longer than Prometheus waits. */
async function inTime(looking: Promise<unknown>): Promise<void> {
  const late = new AbortController()
  try {
    await Promise.race([
      looking,
      sleep(PATIENCE_MS, null, { signal: late.signal }).then(() => {
        throw new Error('The database does not answer in time.')
      }),
    ])
  } finally {
    late.abort()
  }
}

async function installation(ctx: Context): Promise<void> {
  migrations.set(await pendingMigrations(connection()))
  keys.set((await keysFault(ctx)) ? 0 : 1)
  worker.set((await workerSeen(ctx)) ? 1 : 0)
}

async function work(ctx: Context): Promise<void> {
  const [why, since] = [await stopped(ctx), await oldestDue(ctx)]
  if (why) sending.set({ why: why.why }, 1)
  due.set(since && !why ? Math.max(0, (ctx.now().getTime() - since.getTime()) / SECOND) : 0)
  if (performance.now() - countedAt > LETTERS_KEPT_MS) {
    counted = await lettersByState(ctx)
    countedAt = performance.now()
  }
  for (const each of counted) letters.set({ state: each.state }, each.letters)
  const [sums] = await readRows(
    ctx.db,
    z.object(sumShape),
    sql`select ${sumColumns} from figure_sums where kind = 'all'`,
  )
  for (const step of measures) steps.set({ step }, sums?.[step] ?? 0)
  const [queue] = await readRows(
    ctx.db,
    queued,
    sql`
    select (count(*) filter (where attempts < max_attempts))::int as waiting,
      (count(*) filter (where attempts >= max_attempts))::int as failed
    from graphile_worker._private_jobs`,
  )
  jobs.set({ state: 'waiting' }, queue?.waiting ?? 0)
  jobs.set({ state: 'failed' }, queue?.failed ?? 0)
}

async function directory(ctx: Context): Promise<void> {
  const ages = await directoryAges(ctx)
  if (ages.mps?.asOf) members.set(ages.mps.asOf.getTime() / SECOND)
  if (ages.postcodes?.released) postcodes.set(new Date(ages.postcodes.released).getTime() / SECOND)
  trouble.set((await syncTrouble(ctx)) ? 1 : 0)
}

async function server(ctx: Context): Promise<void> {
  const rows = await readRows(
    ctx.db,
    connected,
    sql`
    select coalesce(state, 'unknown') as state, count(*)::int as many, current_setting('max_connections')::int as most
    from pg_stat_activity where datname = current_database() and application_name like 'dear-mp%' group by 1`,
  )
  for (const { state, many, most } of rows) {
    connections.set({ state }, many)
    allowed.set(most)
  }
}
