import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { mps, seatElections } from '@/db/schema/index'
import { constituencyIdOf, failures, HASTY, type PlayedApi, playMembersApi } from '@/lib/directory/members-api/testing'
import { freshParliament, smallMembers, smallParliament } from '@/lib/directory/sync/testing'
import { log } from '@/lib/kernel/log'
import { DAY } from '@/lib/kernel/time/durations'
import { type TestContext, testContext } from '@/lib/mailer/testing/context'
import { electionsReading, readElections } from './read-elections'

const BEGUN = new Date('2026-11-24T10:00:00Z')
const rate = { ...HASTY, pauseMs: 0 }
let ctx: TestContext
let api: PlayedApi

beforeAll(async () => {
  log.level = 'silent'
  ctx = testContext(await smallParliament(), BEGUN)
  api = await playMembersApi([])
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => api.deadline())
})
afterAll(() => {
  vi.restoreAllMocks()
  return api.close()
})
beforeEach(async () => {
  Object.assign(api, { members: smallMembers(), failing: () => null, asked: [], most: 0 })
  await freshParliament(ctx)
  ctx.setNow(BEGUN)
})

const read = (signal?: AbortSignal, atOnce = 2) =>
  readElections(ctx, signal, { membersApiUrl: api.url, rate: { ...rate, atOnce } })
const rows = () => ctx.db.select().from(seatElections).orderBy(seatElections.constituencyCode)
const asked = () => api.asked.splice(0).filter((path) => path.includes('/ElectionResult/'))
const later = (days: number) => ctx.setNow(new Date(BEGUN.getTime() + days * DAY))
const state = () => electionsReading.state(ctx)

test('reads each seat that has an MP, two at once, and once in a month', async () => {
  await read()
  expect(await rows()).toHaveLength(11)
  expect((await rows())[0]).toMatchObject({ majority: 5000, turnout: 40_000, electorate: 70_000, held: '2024-07-04' })
  expect(api.most).toBeLessThanOrEqual(2)
  expect(asked()).toHaveLength(11)
  expect(await state()).toMatchObject({ phase: 'done', words: 'The elections of 11 of 11 seats were read.' })
  later(29)
  await read()
  expect(api.asked).toEqual([])
  later(30)
  await read()
  expect(asked()).toHaveLength(11)
})

test('with the Members API off nobody is asked', async () => {
  await readElections(ctx, undefined, { membersApiUrl: null, rate })
  expect([api.asked, await rows(), await state()]).toEqual([[], [], null])
})

test('a seat whose MP is another is read anew, each night until their election is there', async () => {
  await read()
  asked()
  const [first] = api.members
  if (!first) throw new Error('nobody sits')
  await ctx.db.update(mps).set({ memberId: 90_001 }).where(eq(mps.memberId, first.memberId))
  first.memberId = 90_001
  later(1)
  await read()
  const theirs = [`/api/Location/Constituency/${constituencyIdOf(90_001)}/ElectionResult/Latest`]
  expect(asked()).toEqual(theirs)
  first.election = { majority: 42, electionDate: '2026-11-19T00:00:00', electionTitle: 'By-election' }
  later(2)
  await read()
  expect(asked()).toEqual(theirs)
  expect((await rows()).filter(({ majority }) => majority === 42)).toMatchObject([
    { held: '2026-11-19', title: 'By-election', memberId: 90_001 },
  ])
  later(3)
  await read()
  expect(asked()).toEqual([])
})

test.each(failures)('one that fails (%s) stays as it was, is told, and is tried another night', async (failure) => {
  await read()
  const before = await rows()
  const path = asked()[3] ?? ''
  later(31)
  api.failing = (each) => (each === path ? failure : null)
  // The played silence ends every request that is open.
  await read(undefined, 1)
  const after = await rows()
  expect(after.filter(({ readAt }) => readAt.getTime() === BEGUN.getTime())).toHaveLength(1)
  expect(after.map(({ majority }) => majority)).toEqual(before.map(({ majority }) => majority))
  expect(await state()).toMatchObject({
    phase: 'failed',
    words: expect.stringMatching(
      /^The elections of 10 of 11 seats were read\. .*another night\. Of [^:.]+: The Members API /,
    ),
  })
  api.failing = () => null
  asked()
  await read()
  expect(asked()).toEqual([path])
  expect((await state())?.phase).toBe('done')
})

test('the order is another each day, so that seats that fail hold up no other for good', async () => {
  api.failing = (path) => (path.includes('/ElectionResult/') ? 'status 500' : null)
  const firsts = new Set<string>()
  for (let day = 0; day < 8; day++) {
    later(day)
    await read()
    for (const path of asked()) firsts.add(path)
  }
  expect(firsts.size).toBe(11)
})

test('after five failures in a row the others are left for another night, and what is known stays', async () => {
  await read()
  asked()
  later(31)
  api.failing = (path) => (path.includes('/ElectionResult/') ? 'status 500' : null)
  await read()
  expect(new Set(asked()).size).toBeLessThanOrEqual(6)
  expect(await rows()).toHaveLength(11)
  api.failing = () => 'status 500'
  await read()
  expect(await state()).toMatchObject({ phase: 'failed', words: expect.stringContaining('status 500') })
})

test.each([
  ['none at all', null],
  ['one for boundaries that there were not yet', { isNotional: true }],
  ['a majority larger than the votes', { majority: 50_000 }],
  ['a majority below nought', { majority: -1 }],
  ['no majority', { majority: undefined }],
  ['no day', { electionDate: 'soon' }],
])('%s is not taken', async (_, election) => {
  api.members[2] = { ...api.members[2], election } as (typeof api.members)[number]
  await read()
  expect(await rows()).toHaveLength(10)
})

test('votes that the API gives as nought are not known', async () => {
  api.members = api.members.map((one) => ({ ...one, election: { turnout: 0, electorate: null } }))
  await read()
  expect((await rows())[0]).toMatchObject({ majority: 5000, turnout: null, electorate: null })
})

test('a worker that is told to stop keeps what it read, and the next goes on', async () => {
  const stop = new AbortController()
  api.failing = (path) => {
    if (path.includes('/ElectionResult/') && api.asked.filter((one) => one.includes('/ElectionResult/')).length > 4)
      stop.abort()
    return null
  }
  await expect(read(stop.signal)).rejects.toThrow()
  const known = (await rows()).length
  expect(known).toBeGreaterThan(0)
  expect(known).toBeLessThan(11)
  api.failing = () => null
  asked()
  await read()
  expect(asked()).toHaveLength(11 - known)
  expect(await ctx.db.execute(sql`select 1 from seat_elections`)).toHaveLength(11)
})
