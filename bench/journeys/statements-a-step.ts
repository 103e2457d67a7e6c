import { setTimeout as sleep } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { embeddedUrl } from '@/bench/floor/embedded-url'
import { writeStatementsDown } from '@/e2e/fixtures/statements'
import { goJourney, type Step } from './go-journey'
import type { MailDesk } from './mail-desk'
import { type Parts, processesOf, threadsTime } from './processes'
import type { Visitor } from './visitor'
import { whoseBackends } from './whose-backends'

/** Statements of web and worker, and the processor time of the web in milliseconds, alone on the machine or not. */
export type Asked = { web: number; worker: number; webMs: number }

const IDLE_MS = 10_000

/** What each step takes, the mean of some journeys one after the other; without what is asked when nobody writes. */
export async function statementsAStep(
  product: { dataDir: string },
  parts: Parts,
  visitor: Visitor,
  desk: MailDesk,
  postcodes: string[],
): Promise<Map<Step, Asked>> {
  const client = postgres(await embeddedUrl(product.dataDir), { max: 1, onnotice: () => {} })
  try {
    const written = await writeStatementsDown(product.dataDir)
    const whose = await whoseBackends(drizzle(client), parts)
    const counted = () => {
      const asked = { web: 0, worker: 0 }
      for (const { backend } of written.entries()) {
        const part = whose.get(backend)
        if (part) asked[part] += 1
      }
      return asked
    }
    await sleep(1000)
    counted()
    await sleep(IDLE_MS)
    const idle = counted()
    const steps = new Map<Step, Asked>()
    const web = processesOf(parts.web)
    let used = threadsTime(web)
    for (const postcode of postcodes) {
      let began = performance.now()
      await goJourney(visitor, desk, postcode, ({ step }) => {
        const asked = counted()
        const share = (performance.now() - began) / IDLE_MS
        began = performance.now()
        const so = steps.get(step) ?? { web: 0, worker: 0, webMs: 0 }
        const [before, after] = [used, threadsTime(web)]
        used = after
        steps.set(step, {
          webMs: so.webMs + (after - before) / postcodes.length,
          web: so.web + (asked.web - idle.web * share) / postcodes.length,
          worker: so.worker + (asked.worker - idle.worker * share) / postcodes.length,
        })
      })
      // What follows the copy: it is noted that it went.
      await sleep(300)
      const asked = counted()
      const last = steps.get('letter and copy mailed')
      const share = (performance.now() - began) / IDLE_MS
      if (last) last.worker += (asked.worker - idle.worker * share) / postcodes.length
    }
    return steps
  } finally {
    await client.end()
  }
}
