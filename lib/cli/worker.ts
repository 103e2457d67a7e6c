import '@/lib/kernel/node-env'
import { consoleToLog } from '@/lib/kernel/console-to-log'
import { keepInStep } from '@/lib/settings/listen-for-changes'
import { runWorker } from '@/lib/worker/run-worker'
import { parsedArguments } from './arguments'
import { runCommand, WrongUsage } from './run-command'
import { outliveReaders } from './start/broken-pipe'
import { fallPlainly } from './start/fall-plainly'
import { listenForMetrics } from './start/listen-for-metrics'
import { startTraces } from './start/start-traces'
import { withDatabase } from './with-database'

const USAGE = `Usage:
  npm run worker`

async function worker(args: string[]): Promise<void> {
  if (parsedArguments(args, [], USAGE).words.length > 0) throw new WrongUsage(USAGE)
  outliveReaders()
  consoleToLog()
  fallPlainly('The worker')
  const stopTraces = await startTraces()
  // Asked for before the start, so that a stop that comes early is not lost.
  const stopAsked = signalled()
  await withDatabase(async (ctx, direct) => {
    const step = await keepInStep()
    const stopMetrics = await listenForMetrics(ctx)
    const running = await runWorker(direct)
    process.stdout.write('The worker is running. Ctrl-C stops it.\n')
    await stopAsked
    await running.stop().finally(() => Promise.all([stopMetrics(), step.stop(), stopTraces()]))
  })
  process.stdout.write('The worker has stopped.\n')
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
  })
}

await runCommand(worker)
