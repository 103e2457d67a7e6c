import { runOnce } from 'graphile-worker'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import { membersOriginOf } from '@/lib/directory/members/source'
import { HASTY, type PlayedApi, playMembersApi, snapshotMembers } from '@/lib/directory/members-api/testing'
import { syncRows } from '@/lib/directory/sync/testing'
import { enqueue } from '@/lib/jobs/enqueue'
import { log } from '@/lib/kernel/log'
import { DAY } from '@/lib/kernel/time/durations'
import { findLetter } from '@/lib/letters/find'
import { mpOfLetter } from '@/lib/letters/proof/mp-of-letter'
import { confirmedLetter, letterRow, livingCampaign, mailFrom, mailTo, VACANT } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { taskList } from './job-handlers'
import { workerLog } from './log'
import { syncMembersJob, syncNightly } from './sync-nightly'
import { syncWhenDue } from './sync-when-due'

// The settings are read once in a process, so that the address is needed before anything listens there.
const port = await vi.hoisted(async () => {
  const { createServer } = await import('node:net')
  const server = createServer()
  const free = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  await new Promise((resolve) => server.close(resolve))
  process.env.MEMBERS_API_URL = `http://127.0.0.1:${free}`
  return free
})

let ctx: TestContext
let campaign: LiveCampaign
let api: PlayedApi
let url: string

beforeAll(async () => {
  log.level = 'silent'
  ;({ ctx, campaign, url } = await livingCampaign())
  ctx.setNow(new Date())
  api = await playMembersApi(snapshotMembers(), port)
})
afterAll(() => api.close())

test('with the API switched off, the night asks nobody and changes nothing', async () => {
  await syncNightly(ctx, undefined, { membersApiUrl: null, rate: HASTY })
  expect(await syncRows(ctx)).toEqual([])
  expect(api.asked).toEqual([])
})

test('a sync that is due: at the first start, not again within a day, and again after it; never with the API off', async () => {
  const due = (membersApiUrl: string | null = api.url) => syncWhenDue(ctx, undefined, { membersApiUrl, rate: HASTY })
  await due(null)
  expect(await syncRows(ctx)).toEqual([])
  api.failing = () => 'status 500'
  await due()
  expect(await syncRows(ctx)).toMatchObject([{ readAt: null, brokeOff: expect.stringContaining('status 500') }])
  api.failing = () => null
  await due()
  await due()
  expect(await syncRows(ctx)).toMatchObject([{ outcome: 'applied' }])
  expect((await membersOriginOf(ctx))?.asOf).toBe(ctx.now().toISOString())
  const began = ctx.now()
  ctx.setNow(new Date(began.getTime() + DAY))
  await due()
  expect(await syncRows(ctx)).toHaveLength(2)
  ctx.setNow(began)
})

test('a failing API is the queue’s to try again', async () => {
  api.failing = () => 'status 500'
  await expect(syncNightly(ctx, undefined, { membersApiUrl: api.url, rate: HASTY })).rejects.toThrow(
    'answered with status 500',
  )
  api.failing = () => null
})

test('a new MP in the night: the letter that was held goes to them, and its writer hears of it', async () => {
  const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
  expect((await letterRow(ctx, id)).state).toBe('held')
  const ann = { memberId: 9001, name: 'Ann Example', party: 'Green Party', email: 'ann@example.org' }
  api.members = [
    ...snapshotMembers().map((one) => ({ ...one, election: null })),
    { ...ann, constituency: 'Holborn & St. Pancras' },
  ]
  await enqueue(ctx, syncMembersJob, {})
  const runJobs = () => runOnce({ connectionString: url, taskList, logger: workerLog, concurrency: 4 })
  await runJobs()
  await sendDue(ctx)
  await runJobs()
  expect((await letterRow(ctx, id)).state).toBe('accepted')
  expect(await mailFrom(email)).toMatchObject([
    { to: 'ann@example.org', text: expect.stringMatching(/^Dear Ann Example,/) },
  ])
  expect((await mailTo(email)).map(({ subject }) => subject)).toEqual(
    expect.arrayContaining([
      'Your letter is kept until there is an MP',
      'There is an MP: your letter goes to Ann Example MP',
      'Your letter to Ann Example MP is on its way',
    ]),
  )
  expect(api.asked.filter((path) => path.includes('/ElectionResult/')).length).toBeGreaterThan(0)
  const letter = await findLetter(ctx, id)
  expect(letter && (await mpOfLetter(ctx, letter))?.name).toBe('Ann Example')
})
