import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { runOnce } from 'graphile-worker'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { audit, figureRolls } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import { enqueue } from '@/lib/jobs/enqueue'
import { log } from '@/lib/kernel/log'
import { HOUR } from '@/lib/kernel/time/durations'
import { confirmLetter } from '@/lib/letters/confirming/confirm'
import { askAboutReplyJob, tellFailedJob } from '@/lib/letters/jobs'
import { moveLetter } from '@/lib/letters/move'
import {
  confirmedLetter,
  letterRow,
  livingCampaign,
  mailFrom,
  mailTo,
  queued,
  VACANT,
  writtenLetter,
} from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { sendMyDataLinkJob } from '@/lib/messages/to-writer/my-data-link'
import { purgeJob } from '@/lib/privacy/purge'
import { taskList } from './job-handlers'
import { workerLog } from './log'
import { runWorker } from './run-worker'

vi.hoisted(() => {
  process.env.SEND_PER_MP_HOUR = '1'
})

const mailbox = join(process.env.DATA_DIR ?? '', 'mailbox')
let ctx: TestContext
let campaign: LiveCampaign
let url: string

beforeAll(async () => {
  log.level = 'silent'
  ;({ ctx, campaign, url } = await livingCampaign())
})
// Handlers go by the real clock.
beforeEach(() => ctx.setNow(new Date()))
afterEach(() => rm(mailbox, { recursive: true, force: true }))

/** Runs every job that is due, and sends every letter. */
const work = async () => {
  const jobs = () => runOnce({ connectionString: url, taskList, logger: workerLog, concurrency: 4 })
  await jobs()
  await sendDue(ctx)
  await jobs()
}
/** Jobs that are done are removed in the background, and what failed is noted there. */
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 120_000, interval: 20 })
const subjectsTo = async (address: string) => (await mailTo(address)).map(({ subject }) => subject)

test('from submitting to the copy, each job leads to the next', async () => {
  const { id, email } = await writtenLetter(ctx, campaign)
  await work()
  expect(await subjectsTo(email)).toEqual(['Confirm your letter to Rachel Blake MP'])
  await confirmLetter(ctx, id)
  await work()
  expect(await mailFrom(email)).toHaveLength(1)
  expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted' })
  expect(await subjectsTo(email)).toContain('Your letter to Rachel Blake MP is on its way')
  // What is for later waits: the reminder and the question about a reply.
  expect(await queued(ctx, 'send-confirmation', id)).toMatchObject([{ payload: { reminder: true } }])
  expect(await queued(ctx, 'ask-about-reply', id)).toHaveLength(1)
  await enqueue(ctx, askAboutReplyJob, { letterId: id, again: false }, { key: `reply ${id}` })
  await work()
  expect(await subjectsTo(email)).toContain('Has Rachel Blake MP replied to you?')
  await soon(async () => expect(await queued(ctx, 'ask-about-reply', id)).toMatchObject([{ payload: { again: true } }]))
})

test('a letter that has to wait for its turn is due at that time', async () => {
  const letters: { id: string }[] = []
  for (let count = 0; count < 3; count++) {
    letters.push(await confirmedLetter(ctx, campaign, { constituencyCode: 'E14001322' }))
  }
  await work()
  const rows = await Promise.all(letters.map(({ id }) => letterRow(ctx, id)))
  expect(rows.map(({ state }) => state).sort()).toEqual(['accepted', 'queued', 'queued'])
  const waiting = rows.filter(({ state }) => state === 'queued')
  expect(waiting.map(({ dueAt }) => dueAt)).toEqual(Array(2).fill(new Date(ctx.now().getTime() + HOUR)))
})

test('a letter that is held, and one that has failed: their writers are told', async () => {
  const held = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
  const failed = await confirmedLetter(ctx, campaign)
  await moveLetter(ctx, failed.id, { from: ['queued'], to: 'failed' })
  await enqueue(ctx, tellFailedJob, { letterId: failed.id })
  await work()
  expect(await subjectsTo(held.email)).toEqual(['Your letter is kept until there is an MP'])
  expect(await subjectsTo(failed.email)).toEqual(['Your letter to Rachel Blake MP did not arrive'])
})

test('a link to one’s data, and the nightly purge', async () => {
  const { supporterId, email } = await writtenLetter(ctx, campaign)
  await enqueue(ctx, sendMyDataLinkJob, { supporterId })
  await enqueue(ctx, purgeJob, {})
  await work()
  expect(await mailTo(email)).toHaveLength(2)
  expect(await ctx.db.$count(audit, eq(audit.verb, 'privacy.purge'))).toBe(1)
})

test('a job whose mail cannot go waits for its next try, and says why without naming anybody', async () => {
  await rm(mailbox, { recursive: true, force: true })
  await mkdir(join(mailbox, '..'), { recursive: true })
  await writeFile(mailbox, '')
  const { id } = await writtenLetter(ctx, campaign, { name: 'Zuleika', email: 'zuleika@example.org' })
  await work()
  await soon(async () => {
    const jobs = await ctx.db.execute<{ attempts: number; last_error: string; run_at: string }>(sql`
      select attempts, last_error, run_at from graphile_worker._private_jobs where payload::text like ${`%${id}%`}`)
    expect(jobs).toMatchObject([{ attempts: 1, last_error: expect.any(String) }])
    expect(new Date(jobs[0]?.run_at ?? 0).getTime()).toBeGreaterThan(Date.now() - 60_000)
    expect(JSON.stringify(jobs)).not.toMatch(/zuleika/i)
  })
})

test('the worker runs jobs as they come and rolls the figures up, and stops when told', async () => {
  const worker = await runWorker(url)
  const { email } = await writtenLetter(ctx, campaign)
  await vi.waitFor(async () => expect(await mailTo(email)).toHaveLength(1), { timeout: 120_000, interval: 50 })
  await worker.stop()
  expect(await ctx.db.$count(figureRolls)).toBe(1)
  const late = await writtenLetter(ctx, campaign)
  // The worker has no connection any more by which it could hear of a job, or take one.
  await vi.waitFor(
    async () =>
      expect(
        await ctx.db.execute(sql`
          select application_name from pg_stat_activity
          where datname = current_database() and application_name <> 'dear-mp' and pid <> pg_backend_pid()`),
      ).toEqual([]),
    { timeout: 120_000, interval: 50 },
  )
  expect(await mailTo(late.email)).toEqual([])
})
