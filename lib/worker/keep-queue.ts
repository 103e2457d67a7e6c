import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '@/lib/kernel/log'

type Queue = { promise: Promise<void>; stop(): Promise<void> }
type Given = {
  start(): Promise<Queue>
  /** Frees the jobs that one held which has ended by itself. */
  free(): Promise<void>
  againMs?: number
}

/**
 * Runs the job queue until `stop`, and starts it anew where it ends by itself: as soon as the end of a job cannot be
 * written, since the connection is lost just then, it gives up for good (graphile-worker 0.17.3 means to try again, in
 * `batch` of its main.js, and does not). Without its jobs no confirmation would go out.
 */
export async function keepQueue({ start, free, againMs = 1000 }: Given): Promise<{ stop(): Promise<void> }> {
  let [queue, stopping] = [await start(), false]
  const keeping = (async () => {
    for (;;) {
      await queue.promise.catch((err: unknown) => log.warn({ err }, 'The job queue has given up'))
      if (stopping) return
      const next = await anew()
      if (!next) return
      queue = next
      log.warn('The job queue had ended, and was started again')
    }
  })()
  return {
    async stop() {
      stopping = true
      // Where it has just ended by itself, there is nothing to stop.
      await queue.stop().catch((err: unknown) => log.warn({ err }, 'The job queue had ended already'))
      await keeping
    },
  }

  async function anew(): Promise<Queue | null> {
    while (!stopping) {
      await sleep(againMs)
      try {
        if (stopping) return null
        await free()
        const next = await start()
        if (stopping) await next.stop()
        return next
      } catch (err) {
        log.warn({ err }, 'The job queue cannot be started again yet')
      }
    }
    return null
  }
}
