import { join } from 'node:path'
import { eq, ne, sql } from 'drizzle-orm'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { deliveryAttempts, letters } from '@/db/schema/index'
import { databaseUrl } from '@/db/testing'
import { compiledServer } from '@/lib/cli/start/testing-compiled'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import { log } from '@/lib/kernel/log'
import { DAY, MINUTE } from '@/lib/kernel/time/durations'
import { confirmedLetter, livingCampaign } from '@/lib/letters/testing'
import { tellDue } from '@/lib/letters/wake-sender'
import type { TestContext } from '@/lib/mailer/testing/context'
import { type PlayedEmail, playResend } from '@/lib/mailer/testing/play-resend'
import { crowdOfWorkers, makeUnreliable, takenLetters, until } from './testing'

vi.hoisted(() => {
  Object.assign(process.env, { RESEND_API_KEY: 're_123', MAIL_FROM: 'letters@example.org', OPERATOR_NAME: 'Example' })
  Object.assign(process.env, { SEND_HOURS: '00:00-24:00', SEND_PER_MP_HOUR: '1000000', MEMBERS_API_URL: 'off' })
})

/** At which letters' call a worker is killed: before the service has taken them, or after; whoever asks, or the other. */
const KILLS = [
  { whom: 'who asks', mishap: 'drop' },
  { whom: 'who asks', mishap: null },
  { whom: 'the others', mishap: null },
  { whom: 'who asks', mishap: 'drop' },
  { whom: 'who asks', mishap: null },
] as const
/** Letters that come due for a call at which a worker is killed, and for one after it. */
const PORTIONS = [4, 2]
const LETTERS = KILLS.length * (4 + 2)
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
  await ctx.db.execute(sql`update letters set due_at = now() + interval '1 day'`)
  makeUnreliable(service, fractions())
  const unreliable = service.decide
  const crowd = crowdOfWorkers({
    databaseUrl: await databaseUrl(ctx.db),
    service,
    workers: 2,
    call: [join(await compiledServer(), 'lib/cli/worker.js')],
  })
  // Also where something below fails: they would begin again and again.
  onTestFinished(() => crowd.close())
  let calls = 0
  let killed = 0
  for (const { whom, mishap } of KILLS) {
    for (const [at, portion] of PORTIONS.entries()) {
      const before = calls
      service.decide = () => {
        const call = service.asked.at(-1)
        if (!call?.emails.some(isLetter)) return unreliable()
        calls += 1
        if (at > 0 || calls > before + 1) return unreliable()
        killed += crowd.killAt(call.authorization, whom)
        return mishap
      }
      await comeDue(ctx, portion)
      expect(await until(async () => calls > before, 5 * MINUTE, 20)).toBe(true)
    }
  }
  await crowd.close()
  service.decide = unreliable
  // What they left is another worker's, once they cannot be at it any more.
  const end = Date.now() + DAY
  for (let now = Date.now(); now < end && (await notYetSent(ctx)) > 0; now += 2 * MINUTE) {
    ctx.setNow(new Date(now))
    await sendDue(ctx)
  }
  // A call of one that was killed already may still be on its way.
  expect(killed).toBeGreaterThan(KILLS.length / 2)
  expect(crowd.fell()).toEqual([])
  const ids = (await ctx.db.select({ id: letters.id }).from(letters)).map(({ id }) => id)
  expect(takenLetters(service).sort()).toEqual(ids.sort())
  expect(await ctx.db.$count(letters, eq(letters.state, 'accepted'))).toBe(LETTERS)
  expect(await ctx.db.$count(deliveryAttempts, eq(deliveryAttempts.outcome, 'accepted'))).toBe(LETTERS)
})

function notYetSent(ctx: TestContext): Promise<number> {
  return ctx.db.$count(letters, ne(letters.state, 'accepted'))
}

/** So many more of those that wait, and the workers hear of it. One that is only put off for a while is none of them. */
async function comeDue(ctx: TestContext, count: number): Promise<void> {
  await ctx.db.execute(sql`update letters set due_at = now()
    where id in (select id from letters where due_at > now() + interval '12 hours' order by id limit ${count})`)
  await tellDue(ctx)
}

const isLetter = ({ tags }: PlayedEmail) => tags.some(({ name, value }) => name === 'kind' && value === 'letter')

/** Fractions from 0 to 1 that look random and are the same each time: each is the one before and the golden section. */
function fractions(): () => number {
  let last = 0
  return () => {
    last = (last + 0.618_033_988_75) % 1
    return last
  }
}
