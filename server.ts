import './lib/kernel/node-env'
import { createServer, type Server } from 'node:http'
import compression from 'compression'
import next from 'next'
import { portIsFree } from '@/lib/cli/start/listening'
import { staticFiles } from './app/_server/answer/static-files'
import { hostFault } from './app/_server/caller/own-host'
import { createFront } from './app/_server/front'
import { answerByFront } from './app/_server/islands/render-page'
import { renewOnChange } from './app/_server/islands/renew-public-pages'
import { IDLE_MS, MOST_CONNECTIONS, patience } from './app/_server/server-timeouts'
import { connect, disconnect } from './db/client'
import { migrate } from './db/migrate'
import { runCommand } from './lib/cli/run-command'
import { outliveReaders } from './lib/cli/start/broken-pipe'
import { type Listening, listenAt } from './lib/cli/start/listening'
import { prepareDatabase } from './lib/cli/start/prepare-database'
import { whereToLook } from './lib/cli/start/print-addresses'
import { type Started, stopAll } from './lib/cli/start/stop-all'
import { publishFirstCampaign } from './lib/content/first-campaign/publish-first-campaign'
import { loadSnapshot } from './lib/directory/snapshot/load'
import { keepStepCounts } from './lib/figures/counting/next-steps'
import { keepVisits } from './lib/figures/counting/visits'
import { consoleToLog } from './lib/kernel/console-to-log'
import type { Context } from './lib/kernel/context'
import { env } from './lib/kernel/env'
import { ExpectedFailure } from './lib/kernel/faults/errors'
import { log } from './lib/kernel/log'
import { contextFor } from './lib/mailer/process-context'
import { takeUpKeys } from './lib/privacy/keys/take-up-keys'
import { keepInStep } from './lib/settings/listen-for-changes'
import { ensureFirstAdmin } from './lib/staff/team/first-admin'
import { repeat } from './lib/worker/repeat'
import { runWorker } from './lib/worker/run-worker'

const GRACE_MS = 8_000
const VISITS_MS = 5_000
const KEEP_UP_MS = 3_000

/** Everything in one process: database, migrations, first campaign, build, web and worker. */
async function start(): Promise<void> {
  const development = process.argv.includes('--dev')
  const { port, host, workersInWeb, logLevel } = env()
  log.level = logLevel
  if (!development) consoleToLog()
  outliveReaders()
  await portIsFree(port, host)
  const database = await prepareDatabase()
  const started: Started[] = [{ what: 'the database', stop: () => database.release() }]
  const stop = once(() => stopAll(started))
  onSignal(stop)
  try {
    await migrate(database.url)
    connect(database.url, { prepared: env().databasePrepared })
    started.push({ what: 'the connections to the database', stop: disconnect })
    started.push({ what: 'looking after the database', stop: keepingUp(database) })
    const ctx = contextFor({ kind: 'system' })
    await takeUpKeys(ctx)
    await loadSnapshot(ctx)
    await publishFirstCampaign(ctx)
    await ensureFirstAdmin(ctx)
    const step = await keepInStep()
    started.push({ what: 'keeping in step', stop: async () => step.stop() })
    started.push({ what: 'counting visits', stop: keepVisitsUntilStopped(ctx) })
    started.push({ what: 'the pages', stop: await serve(development) })
    started.push({ what: 'making pages anew', stop: await renewOnChange() })
    if (workersInWeb) {
      const worker = await runWorker(database.url)
      started.push({ what: 'the worker', stop: () => worker.stop() })
    }
    await whereToLook(ctx)
  } catch (error) {
    await stop()
    throw error
  }
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

/** Writes down what the front has counted, from time to time and at the end. */
function keepVisitsUntilStopped(ctx: Context): () => Promise<void> {
  const stopping = new AbortController()
  const keeping = repeat(VISITS_MS, stopping.signal, 'Visits could not be counted', () => keepCounts(ctx))
  return async () => {
    stopping.abort()
    await keeping
    await keepCounts(ctx)
  }
}

async function keepCounts(ctx: Context): Promise<void> {
  await keepVisits(ctx)
  await keepStepCounts(ctx)
}

/** Serves the pages. Gives what stops it: no new requests, those under way are finished. */
async function serve(development: boolean): Promise<() => Promise<void>> {
  if (!development && import.meta.filename.endsWith('.ts')) {
    throw new ExpectedFailure('The pages share the modules of a server that was built: start it by `npm start`.')
  }
  const { port, host } = env()
  // Next listens to upgrades beside the front: it gets those alone that have passed it.
  const upgrades = createServer()
  const app = next({ dev: development, port, hostname: 'localhost', httpServer: upgrades })
  await app.prepare()
  const built = development ? {} : { serveFile: staticFiles('.next/static'), renderPage: answerByFront }
  const front = createFront(app.getRequestHandler(), { development, ...built })
  const compress = compression()
  const server = createServer(patience, (request, response) => {
    compress(
      request as Parameters<typeof compress>[0],
      response as Parameters<typeof compress>[1],
      () => void front(request, response),
    )
  })
  server.maxConnections = MOST_CONNECTIONS
  if (!development) server.setTimeout(IDLE_MS)
  if (development) passUpgrades(server, upgrades)
  const listening = await listenAt(server, port, host)
  return async () => {
    await finish(server, listening)
    await app.close()
  }
}

/** Development's pages learn of a change by a connection of their own; no other upgrade is answered. */
function passUpgrades(server: Server, upgrades: Server): void {
  server.on('upgrade', (request, socket, head) => {
    if (hostFault(request) === null) upgrades.emit('upgrade', request, socket, head)
    else socket.destroy()
  })
}

async function finish(server: Server, listening: Listening): Promise<void> {
  const closed = listening.close()
  server.closeIdleConnections()
  const force = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearTimeout(force)
}

function onSignal(stop: () => Promise<boolean>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Not `once`: the second of two would end the process there and then, and leave the database running.
    process.on(signal, async () => {
      process.exit((await stop()) ? 0 : 1)
    })
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined
  return () => {
    done ??= work()
    return done
  }
}

await runCommand(start)
