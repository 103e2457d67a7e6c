import './lib/kernel/node-env'
import { portIsFree } from '@/lib/cli/start/listening'
import type { startWeb as StartWeb } from './app/_server/start-web'
import { connection, disconnect } from './db/client'
import { migrate } from './db/migrate'
import { mostConnections } from './db/most-connections'
import { runCommand } from './lib/cli/run-command'
import { outliveReaders } from './lib/cli/start/broken-pipe'
import { connectPool } from './lib/cli/start/connect-pool'
import { fallPlainly } from './lib/cli/start/fall-plainly'
import { listenForMetrics } from './lib/cli/start/listen-for-metrics'
import { answerForMetrics, composedByFirst } from './lib/cli/start/metrics-between-processes'
import { pingWhileWell } from './lib/cli/start/ping-while-well'
import { prepareDatabase } from './lib/cli/start/prepare-database'
import { whereToLook } from './lib/cli/start/print-addresses'
import { shareConnections, tooManyConnections } from './lib/cli/start/share-connections'
import { startTraces } from './lib/cli/start/start-traces'
import type { Started } from './lib/cli/start/stop-all'
import { stopBySignal } from './lib/cli/start/stop-by-signal'
import { IS_WEB, STOP, startWebProcesses } from './lib/cli/start/web-processes'
import { publishFirstCampaign } from './lib/content/first-campaign/publish-first-campaign'
import { loadSnapshot } from './lib/directory/snapshot/load'
import { consoleToLog } from './lib/kernel/console-to-log'
import { env } from './lib/kernel/env'
import { ExpectedFailure } from './lib/kernel/faults/errors'
import { log } from './lib/kernel/log'
import { usualWebProcesses } from './lib/kernel/usual-web-processes'
import { contextFor } from './lib/mailer/process-context'
import { composedBy, composeMetrics, countProcess } from './lib/metrics/compose'
import { takeUpKeys } from './lib/privacy/keys/take-up-keys'
import { keepInStep } from './lib/settings/listen-for-changes'
import { ensureFirstAdmin } from './lib/staff/team/first-admin'
import { repeat } from './lib/worker/repeat'
import { runWorker } from './lib/worker/run-worker'

const KEEP_UP_MS = 3_000

/** Database, migrations, first campaign, web and worker: in one process, or with web processes beside this one. */
async function start(): Promise<void> {
  const development = process.argv.includes('--dev')
  if (!development && import.meta.filename.endsWith('.ts')) {
    throw new ExpectedFailure('The pages share the modules of a server that was built: start it by `npm start`.')
  }
  const { port, host, workersInWeb } = env()
  logAs(development)
  await portIsFree(port, host)
  const stopTraces = await startTraces()
  const database = await prepareDatabase()
  const started: Started[] = [
    { what: 'the traces', stop: stopTraces },
    { what: 'the database', stop: () => database.release() },
  ]
  const stop = stopBySignal(started, ['SIGINT', 'SIGTERM'])
  try {
    await migrate(database.direct)
    connectPool(database)
    started.push({ what: 'the connections to the database', stop: disconnect })
    started.push({ what: 'looking after the database', stop: keepingUp(database) })
    const ctx = contextFor({ kind: 'system' })
    await takeUpKeys(ctx)
    await loadSnapshot(ctx)
    await publishFirstCampaign(ctx)
    await ensureFirstAdmin(ctx)
    const step = await keepInStep()
    started.push({ what: 'keeping in step', stop: async () => step.stop() })
    started.push({ what: 'the metrics', stop: await listenForMetrics(ctx) })
    const { processes, pool } = await shared(development)
    if (processes === 1) await startWeb(ctx, started, { development })
    else {
      // Where pages are served, Next catches what nobody else has, and it goes into the log.
      fallPlainly('The process that looks after the others')
      const file = import.meta.filename
      const compose = () => composeMetrics(ctx)
      const stopWeb = await startWebProcesses({ file, processes, pool, port, host, compose })
      started.push({ what: 'the web processes', stop: stopWeb })
    }
    if (workersInWeb) {
      const worker = await runWorker(database.direct)
      started.push({ what: 'the worker', stop: () => worker.stop() })
    }
    started.push({ what: 'the ping', stop: pingWhileWell(ctx.env) })
    await whereToLook(ctx)
  } catch (error) {
    await stop()
    throw error
  }
}

/** One of several web processes, which the first has started. */
async function startWebProcess(): Promise<void> {
  // Ctrl-C reaches every process of a terminal: the first one stops the others.
  process.on('SIGINT', () => {})
  logAs(false)
  const stopTraces = await startTraces()
  const database = await prepareDatabase()
  const started: Started[] = [
    { what: 'the traces', stop: stopTraces },
    { what: 'the database', stop: () => database.release() },
  ]
  const stop = stopBySignal(started, ['SIGTERM'])
  connectPool(database)
  started.push({ what: 'the connections to the database', stop: disconnect })
  const ctx = contextFor({ kind: 'system' })
  await takeUpKeys(ctx)
  const step = await keepInStep()
  started.push({ what: 'keeping in step', stop: async () => step.stop() })
  const end = async () => process.exit((await stop()) ? 0 : 1)
  countProcess(env())
  answerForMetrics(process)
  composedBy(composedByFirst)
  process.on('message', (said) => said === STOP && void end())
  // The first one has fallen: nobody hands connections on, nor starts this one anew.
  process.on('disconnect', end)
  await startWeb(ctx, started, { isOneOfSeveral: true })
}

/** Loaded where pages are served: a process that serves none is a third smaller without them. */
const startWeb: typeof StartWeb = async (...given) => (await import('./app/_server/start-web')).startWeb(...given)

function logAs(development: boolean): void {
  log.level = env().logLevel
  if (!development) consoleToLog()
  outliveReaders()
}

/** How many web processes there are, and the connections in the pool of each. */
async function shared(development: boolean): Promise<{ processes: number; pool: number }> {
  const { webProcesses, databasePool, workersInWeb } = env()
  const server = await mostConnections(connection())
  const shared = shareConnections({
    set: development ? 1 : webProcesses,
    usual: usualWebProcesses(),
    pool: databasePool,
    hasWorker: workersInWeb,
    server,
  })
  const tooMany = tooManyConnections(shared.connections, server)
  if (tooMany) log.warn(tooMany)
  else log.info({ connections: shared.connections, server }, 'Connections to the database, at most')
  return shared
}

/** Looks from time to time whether the embedded database still runs, and starts it again where it does not. */
function keepingUp(database: { keepUp(): Promise<boolean> }): () => Promise<void> {
  const stopping = new AbortController()
  const keeping = repeat(KEEP_UP_MS, stopping.signal, 'The database could not be started again', async () => {
    if (await database.keepUp()) log.error('The embedded database had fallen, and was started again')
  })
  return async () => {
    stopping.abort()
    await keeping
  }
}

await runCommand(process.argv.includes(IS_WEB) ? startWebProcess : start)
