import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { afterAll, expect, test, vi } from 'vitest'
import { deliveryAttempts, letters } from '@/db/schema/index'
import { databaseUrl } from '@/db/testing'
import { compiledServer } from '@/lib/cli/start/testing-compiled'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import { log } from '@/lib/kernel/log'
import { MINUTE } from '@/lib/kernel/time/durations'
import { confirmedLetter, livingCampaign } from '@/lib/letters/testing'
import { playResend } from '@/lib/mailer/testing/play-resend'
import { crowdOfWorkers, makeUnreliable, takenLetters, until } from './testing'

vi.hoisted(() => {
  Object.assign(process.env, { RESEND_API_KEY: 're_123', MAIL_FROM: 'letters@example.org', OPERATOR_NAME: 'Example' })
  Object.assign(process.env, { SEND_HOURS: '00:00-24:00', SEND_PER_MP_HOUR: '1000000', MEMBERS_API_URL: 'off' })
})

const LETTERS = 60
const KILLS = 5
const service = await playResend()
process.env.RESEND_BASE_URL = service.url
afterAll(() => service.close())

test('workers that are killed again and again, and a service that breaks off, lose no letter and send none twice', async () => {
  log.level = 'silent'
  const { ctx, campaign } = await livingCampaign()
  ctx.setNow(new Date())
  for (let count = 0; count < LETTERS; count++) await confirmedLetter(ctx, campaign)
  // They come due little by little, so that there is always something under way when a worker is killed.
  await ctx.db.execute(sql`delete from graphile_worker._private_jobs`)
  await ctx.db.execute(sql`update letters set due_at = now() + random() * interval '15 seconds'`)
  makeUnreliable(service)
  service.slow = () => Math.random() * 400
  const crowd = crowdOfWorkers({
    databaseUrl: await databaseUrl(ctx.db),
    service,
    workers: 2,
    call: [join(await compiledServer(), 'lib/cli/worker.js')],
  })
  const begun = await until(async () => service.asked.length > 0, 60_000, 50)
  for (let kill = 0; kill < KILLS; kill++) {
    await wait(Math.random() * 4000)
    crowd.killOne()
  }
  await until(async () => takenLetters(service).length >= LETTERS / 2, 20_000)
  await crowd.close()
  // What they left is another worker's, once they cannot be at it any more.
  service.slow = () => 0
  for (let minute = 2; minute < 60; minute += 2) {
    ctx.setNow(new Date(Date.now() + minute * MINUTE))
    await sendDue(ctx)
  }
  expect(begun).toBe(true)
  expect(crowd.fell()).toBe(0)
  const ids = (await ctx.db.select({ id: letters.id }).from(letters)).map(({ id }) => id)
  expect(takenLetters(service).sort()).toEqual(ids.sort())
  expect(await ctx.db.$count(letters, eq(letters.state, 'accepted'))).toBe(LETTERS)
  expect(await ctx.db.$count(deliveryAttempts, eq(deliveryAttempts.outcome, 'accepted'))).toBe(LETTERS)
}, 180_000)
