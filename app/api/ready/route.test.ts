import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { letters, workers } from '@/db/schema/index'
import { HOUR, MINUTE } from '@/lib/kernel/time/durations'
import { confirmedLetter, livingCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { GET } from './route'

const READY = { database: 'ok', migrations: 'current', keys: 'open', worker: 'seen', queue: 'moving', disk: 'enough' }
let ctx: TestContext
let campaign: Awaited<ReturnType<typeof livingCampaign>>['campaign']

beforeAll(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  campaign = living.campaign
})

test('is 503 while no worker has been seen for a minute, however well pages are answered', async () => {
  expect(await answer()).toMatchObject([503, { status: 'failing', part: 'worker' }])
  await workerSeenAgo(61)
  expect(await answer()).toMatchObject([503, { part: 'worker' }])
  await workerSeenAgo(30)
  expect(await answer()).toEqual([200, { status: 'ready', ...READY }])
})

test('is 503 while a letter that could go has waited for more than an hour, and not for one that waits its turn', async () => {
  await workerSeenAgo(1)
  await confirmedLetter(ctx, campaign)
  const ago = (ms: number) => new Date(Date.now() - ms)
  await ctx.db.execute(sql`delete from letter_events`)
  await ctx.db.update(letters).set({ confirmedAt: ago(2 * HOUR), dueAt: ago(61 * MINUTE) })
  expect(await answer()).toMatchObject([503, { part: 'queue' }])
  for (const dueAt of [ago(59 * MINUTE), ago(-MINUTE)]) {
    await ctx.db.update(letters).set({ dueAt })
    expect(await answer()).toMatchObject([200, { queue: 'moving' }])
  }
})

async function workerSeenAgo(seconds: number): Promise<void> {
  await ctx.db.delete(workers)
  const seenAt = sql`clock_timestamp() - make_interval(secs => ${seconds}::int)`
  await ctx.db.insert(workers).values({ id: randomUUID(), queueIds: [], keyIds: [], seenAt })
}

async function answer(): Promise<[number, unknown]> {
  const response = await GET()
  return [response.status, await response.json()]
}
