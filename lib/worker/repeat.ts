import { setTimeout as wait } from 'node:timers/promises'
import { log } from '@/lib/kernel/log'

/** Does `work` again and again, waiting so many milliseconds between, until `signal` is set off; a failure is logged. */
export async function repeat(
  everyMs: number,
  signal: AbortSignal,
  failed: string,
  work: () => Promise<unknown>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await work()
    } catch (error) {
      log.error({ err: error }, failed)
    }
    await wait(everyMs, undefined, { signal }).catch(() => {})
  }
}
