import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { settings } from '@/db/schema/settings'
import { isUnderWay } from '@/lib/directory/job-state'
import { HASTY, type PlayedApi, playMembersApi, withOthers } from '@/lib/directory/members-api/testing'
import { log } from '@/lib/kernel/log'
import { HOUR } from '@/lib/kernel/time/durations'
import { type TestContext, testContext } from '@/lib/mailer/testing/context'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { oneAtATime } from './one-sync-at-a-time'
import { askToSync, membersSync, syncByJob } from './sync-job'
import { freshParliament, sittingNow, smallMembers, smallParliament, TOO_MANY } from './testing'

let ctx: TestContext
let api: PlayedApi
let before = ''

beforeAll(async () => {
  log.level = 'silent'
  const db = await smallParliament()
  api = await playMembersApi([])
  ctx = testContext(db, new Date('2026-11-24T10:00:00Z'), { env: { membersApiUrl: api.url } })
})
afterAll(() => api.close())
beforeEach(async () => {
  api.members = smallMembers()
  api.failing = () => null
  await freshParliament(ctx)
  await ctx.db.delete(settings).where(eq(settings.name, 'members_sync'))
  await ctx.db.execute(sql`delete from staff`)
  before = await sittingNow(ctx)
})

const synced = (signal?: AbortSignal) => syncByJob(ctx, signal, HASTY)
const state = () => membersSync.state(ctx)
const jobs = async () => (await ctx.db.execute(sql`select task_identifier from graphile_worker.jobs`)).length

test('says what changed, or that nothing had', async () => {
  await synced()
  expect(await state()).toMatchObject({ phase: 'done', words: 'Nothing had changed.' })
  api.members = withOthers(smallMembers(), 1)
  await synced()
  expect(await state()).toMatchObject({ phase: 'done', words: '1 new, 0 changed, 1 left.' })
  expect(await sittingNow(ctx)).not.toBe(before)
})

test('what the guard holds waits, with the reason', async () => {
  api.members = withOthers(smallMembers(), TOO_MANY)
  await synced()
  expect(await state()).toMatchObject({ phase: 'refused', words: expect.stringMatching(/^2 seats /) })
  expect(await sittingNow(ctx)).toBe(before)
})

test('a failure is said in words, and the next press goes on', async () => {
  api.failing = () => 'status 500'
  await synced()
  expect(await state()).toMatchObject({ phase: 'failed', words: expect.stringContaining('status 500') })
  api.failing = () => null
  await synced()
  expect(await state()).toMatchObject({ phase: 'done' })
})

test('another sync under way is said to be one', () =>
  oneAtATime(ctx, async () => {
    await synced()
    expect(await state()).toMatchObject({ phase: 'failed', words: expect.stringMatching(/^Another sync is under way/) })
  }))

test('a worker that is told to stop leaves it to the next', async () => {
  const stop = new AbortController()
  api.failing = (path) => {
    if (path.includes('/Contact')) stop.abort()
    return null
  }
  await expect(synced(stop.signal)).rejects.toThrow()
  expect((await state())?.phase).not.toBe('failed')
})

test('is asked for once while it is under way, and again when it has been silent for long', async () => {
  const admin = { ...ctx, ...(await memberContext(ctx, 'admin')) }
  await Promise.all([askToSync(admin), askToSync(admin)])
  expect([isUnderWay(await state(), ctx.now()), await jobs()]).toEqual([true, 1])
  expect(await auditOf(ctx, 'directory.ask-sync')).toHaveLength(1)
  ctx.setNow(new Date(ctx.now().getTime() + 2 * HOUR))
  expect(isUnderWay(await state(), ctx.now())).toBe(false)
  await askToSync(admin)
  expect(await auditOf(ctx, 'directory.ask-sync')).toHaveLength(2)
})

test('with the Members API off it says what to do instead', async () => {
  const off = { ...ctx, env: { ...ctx.env, membersApiUrl: null } }
  expect(() => askToSync(off)).toThrow(/MEMBERS_API_URL is off.+file/)
  await syncByJob(off, undefined, HASTY)
  expect(await state()).toMatchObject({ phase: 'failed', words: expect.stringContaining('MEMBERS_API_URL is off') })
})

test.each(['editor', 'campaigner'] as const)('refuses the role %s', async (role) => {
  const member = await memberContext(ctx, role)
  expect(() => askToSync(member)).toThrow(expect.objectContaining({ code: 'not-allowed' }))
})
