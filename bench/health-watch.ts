import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

const EVERY_MS = 20

export type HealthWatch = {
  /** How long each request to the health address had to wait since the last time this was asked, in milliseconds. */
  waits(): Promise<number[]>
  stop(): Promise<void>
}

/** Asks a product's health address again and again, on a connection and in a thread of its own. */
export async function watchHealth(url: string): Promise<HealthWatch> {
  const watch = new Worker(join(import.meta.dirname, 'health-thread.mjs'), {
    workerData: { url, everyMs: EVERY_MS },
    execArgv: [],
  })
  await once(watch, 'online')
  return {
    waits: async () => {
      watch.postMessage('waits')
      const [waits] = await once(watch, 'message')
      return waits
    },
    stop: async () => void (await watch.terminate()),
  }
}
