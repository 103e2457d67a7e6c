import { parseCronItems, run } from 'graphile-worker'
import { rollUp } from '../figures/roll-up'
import { contextFor } from '../kernel/context'
import { log } from '../kernel/log'
import { taskList } from './handlers'
import { workerLog } from './log'

const ROLL_UP_MS = 10_000

/** Runs the jobs and rolls the figures up until `stop` is called, which waits for what is under way. */
export async function runWorker(databaseUrl: string): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    connectionString: databaseUrl,
    concurrency: 4,
    pollInterval: 1000,
    noHandleSignals: true,
    taskList,
    logger: workerLog,
    parsedCronItems: parseCronItems([
      { task: 'purge', match: '17 3 * * *', identifier: 'nightly purge' },
      // Ten tries, over some hours; the next night's takes the place of one that has not come through.
      {
        task: 'sync-members',
        match: '40 3 * * *',
        identifier: 'nightly sync',
        options: { maxAttempts: 10, jobKey: 'nightly sync' },
      },
    ]),
  })
  let rolling = Promise.resolve()
  const roll = () => {
    rolling = rolling.then(async () => {
      try {
        await rollUp(contextFor({ kind: 'system' }))
      } catch (error) {
        log.error({ err: error }, 'The figures could not be rolled up')
      }
    })
  }
  roll()
  const timer = setInterval(roll, ROLL_UP_MS)
  return {
    async stop() {
      clearInterval(timer)
      await rolling
      await runner.stop()
    },
  }
}
