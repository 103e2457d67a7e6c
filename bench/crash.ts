import { setTimeout as wait } from 'node:timers/promises'
import { eq, inArray, sql } from 'drizzle-orm'
import { deliveryAttempts, letters } from '@/db/schema/index'
import { MINUTE } from '@/lib/kernel/time/durations'
import { crowdOfWorkers, makeUnreliable, takenLetters, until } from '@/lib/worker/testing'
import { confirmedLetters, deliveryGround } from './delivery-ground'

const LETTERS = 2000
const WORKERS = 3
const KILLS = 50
const KILL_WITHIN_MS = 5000
/** Letters come due through all of the time in which workers are killed. */
const SPREAD_SECONDS = (KILLS * KILL_WITHIN_MS) / 2 / 1000
const PATIENCE_MS = 10 * MINUTE

/**
 * Two thousand confirmed letters, three workers, fifty times `kill -9` at a random moment, the database crashed twice,
 * and a mail service that breaks off before and after it has taken a message. In the end each letter was taken once,
 * and the ledger's counts are the service's.
 */
export async function crash(): Promise<void> {
  const ground = await deliveryGround()
  const { ctx, service, url } = ground
  try {
    await confirmedLetters(ctx, LETTERS)
    await ctx.db.execute(sql`update letters set due_at = now() + random() * make_interval(secs => ${SPREAD_SECONDS})`)
    makeUnreliable(service)
    service.slow = () => Math.random() * 1500
    const began = performance.now()
    const crowd = crowdOfWorkers({
      databaseUrl: url,
      service,
      workers: WORKERS,
      call: ['--import', 'tsx', 'lib/cli/worker.ts'],
    })
    await until(async () => service.asked.length > 0, 60_000, 50)
    for (let kill = 1; kill <= KILLS; kill++) {
      await wait(Math.random() * KILL_WITHIN_MS)
      crowd.killOne()
      if (kill === 15 || kill === 35) await ground.crashDatabase()
    }
    service.slow = () => 0
    const waiting = () => ctx.db.$count(letters, inArray(letters.state, ['queued', 'sending']))
    const settled = await until(async () => (await waiting()) === 0, PATIENCE_MS, 1000)
    await crowd.close()
    const taken = takenLetters(service)
    const accepted = await ctx.db.$count(letters, eq(letters.state, 'accepted'))
    const held = await ctx.db.$count(letters, eq(letters.state, 'held'))
    const noted = await ctx.db.$count(deliveryAttempts, eq(deliveryAttempts.outcome, 'accepted'))
    console.log(
      `  ${LETTERS} letters, ${WORKERS} workers, ${KILLS} kills, 2 crashes of the database: ${((performance.now() - began) / 1000).toFixed(0)} s`,
    )
    console.log(
      `  ${service.asked.length} calls; ${taken.length} letters taken, ${new Set(taken).size} of them distinct`,
    )
    console.log(
      `  the ledger: ${accepted} accepted, ${noted} attempts accepted, ${held} held; workers that fell by themselves: ${crowd.fell().length}`,
    )
    for (const said of crowd.fell()) console.log(`    ${said}`)
    if (
      !settled ||
      taken.length !== LETTERS ||
      new Set(taken).size !== LETTERS ||
      accepted !== LETTERS ||
      noted !== LETTERS
    )
      throw new Error('A letter was lost, or sent twice, or the ledger does not say what the service says.')
  } finally {
    await ground.close()
  }
}
