import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { noteMembers } from '@/lib/directory/members/source'
import { DAY } from '@/lib/kernel/time/durations'
import { type TestContext, testContext } from '@/lib/mailer/testing/context'
import { memberContext } from '@/lib/staff/testing'
import { directoryAges } from './ages'
import { tellOfAges } from './tell-of-ages'

const NOW = new Date('2026-11-27T12:00:00Z')
let ctx: TestContext

beforeAll(async () => {
  ctx = testContext(await testDatabase(), NOW)
  await memberContext(ctx, 'admin')
  await memberContext(ctx, 'editor')
})
beforeEach(() => ctx.setNow(NOW))

const asOf = (at: string) => noteMembers(ctx, { source: 'sync', asOf: at })

async function release(name: string, released: string | null) {
  await ctx.db.execute(sql`delete from postcode_releases`)
  await ctx.db.execute(sql`
    insert into postcode_releases (name, released, checksum, imported_at, postcodes, terminated, outside, nowhere, index)
    values (${name}, ${released}::date, 'aa', now(), 1, 0, 0, 0, '\\x00')`)
}

async function told(): Promise<string[]> {
  const rows = await ctx.db.execute<{ words: string }>(sql`
    select job.payload ->> 'words' as words from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'tell-directory-trouble' order by job.id`)
  return rows.map(({ words }) => words)
}

test.each([
  ['2026-11-25T12:00:00.000Z', false],
  ['2026-11-25T11:59:59.000Z', true],
])('MPs of %s are too old: %s', async (at, isOld) => {
  await asOf(at)
  expect((await directoryAges(ctx)).mps?.old !== null).toBe(isOld)
})

test.each([
  ['2026-10-28T12:00:00.000Z', false],
  ['2026-10-28T11:59:59.000Z', true],
])('without a sync, MPs of %s are too old: %s, and it is said what to do', async (at, isOld) => {
  await asOf(at)
  const off = { ...ctx, env: { ...ctx.env, membersApiUrl: null } }
  const { mps } = await directoryAges(off)
  expect(mps?.old ?? '').toMatch(isOld ? /No sync is set up \(MEMBERS_API_URL is off\).+list of MPs/ : /^$/)
})

test.each([
  ['NSPL August 2026', '2026-08-01', false],
  ['NSPL May 2026', '2026-05-01', true],
  ['mine', null, false],
])('postcodes of %s (%s) are too old: %s', async (name, released, isOld) => {
  await release(name, released)
  expect((await directoryAges(ctx)).postcodes?.old?.includes(name) ?? false).toBe(isOld)
})

test('administrators alone are told, once of the same ones', async () => {
  await asOf('2026-11-20T12:00:00.000Z')
  await release('NSPL May 2026', '2026-05-01')
  await tellOfAges(ctx)
  ctx.setNow(new Date(NOW.getTime() + DAY))
  await tellOfAges(ctx)
  expect(await told()).toEqual([expect.stringMatching(/20 November 2026.+NSPL May 2026/)])
  await asOf(ctx.now().toISOString())
  await tellOfAges(ctx)
  ctx.setNow(new Date(NOW.getTime() + 5 * DAY))
  await tellOfAges(ctx)
  expect((await told()).slice(1)).toEqual([expect.stringMatching(/^The MPs are those of 28 November 2026/)])
})
