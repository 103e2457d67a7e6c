import { sql } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { webhookDeliveries } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { log } from '@/lib/kernel/log'
import { confirmedLetter, letterRow, livingCampaign, mailTo, writtenLetter } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { deliveriesOf, playReceiver, webhookTo } from '@/lib/webhooks/testing'
import { runWorker } from './run-worker'

let ctx: TestContext
let campaign: LiveCampaign
let url: string

beforeAll(async () => {
  log.level = 'silent'
  ;({ ctx, campaign, url } = await livingCampaign())
  // The worker goes by the real clock.
  ctx.setNow(new Date())
})

test('receivers that never answer keep neither letters waiting, nor mail, nor another receiver', async () => {
  const dead = await Promise.all([playReceiver('never'), playReceiver('drip-headers')])
  const alive = await playReceiver()
  for (const { url } of dead) await webhookTo(ctx, url)
  const { id: living } = await webhookTo(ctx, alive.url)
  for (let count = 0; count < 20; count++) await confirmedLetter(ctx, campaign, { updates: true })
  const worker = await runWorker(url)
  const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 120_000, interval: 50 })
  // Every attempt that the dead can have at once is under way.
  await soon(() => expect(dead.map(({ received }) => received.length)).toEqual([4, 4]))
  const { email } = await writtenLetter(ctx, campaign)
  const { id } = await confirmedLetter(ctx, campaign, { updates: true })
  await soon(async () => expect(await mailTo(email)).toHaveLength(1))
  await soon(async () => expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted' }))
  await soon(async () =>
    expect((await deliveriesOf(ctx, living)).map(({ outcome }) => outcome)).toEqual(Array(21).fill('delivered')),
  )
  // Told to stop, the worker breaks off what the dead still hold, and gives it back.
  await worker.stop()
  expect(await ctx.db.$count(webhookDeliveries, sql`lease_until is not null`)).toBe(0)
  await Promise.all([...dead, alive].map((receiver) => receiver.close()))
})
