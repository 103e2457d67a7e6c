import { type Started, stopAll } from './stop-all'

/**
 * Has a signal of `names` stop everything in `started`, and then end this process: with 0 where all has stopped. Gives the
 * same stop, for who ends it in another way; it is done once.
 */
export function stopBySignal(started: readonly Started[], names: readonly NodeJS.Signals[]): () => Promise<boolean> {
  let stopped: Promise<boolean> | undefined
  const stop = () => {
    stopped ??= stopAll(started)
    return stopped
  }
  for (const name of names) {
    // Not `once`: the second of two would end the process there and then, and leave the database running.
    process.on(name, async () => {
      process.exit((await stop()) ? 0 : 1)
    })
  }
  return stop
}
