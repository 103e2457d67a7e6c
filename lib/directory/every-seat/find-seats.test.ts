import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { setAddress } from '@/lib/directory/members/by-hand'
import { importMembers } from '@/lib/directory/members/import'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { DAY } from '@/lib/kernel/time/durations'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack, type TestContext } from '@/lib/mailer/testing/context'
import { memberContext } from '@/lib/staff/testing'
import { findSeatsForStaff, type SeatsAsked } from './find-seats'

const LONDON = 'E14001172'
const ALL: SeatsAsked = { find: '', show: 'all', order: 'seat', down: false, page: 1 }

beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
})

const find = (ctx: TestContext, asked: Partial<SeatsAsked>, most = 50) =>
  findSeatsForStaff(ctx, { ...ALL, ...asked }, most)
const names = async (ctx: TestContext, asked: Partial<SeatsAsked>, most?: number) =>
  (await find(ctx, asked, most)).seats.map(({ name }) => name)

test('all of them, so many on a page, in both directions; a page that there is not is the last', () =>
  rolledBack(async (ctx) => {
    const first = await find(ctx, {})
    expect(first).toMatchObject({ total: 650, page: 1, pages: 13 })
    expect([first.seats.length, first.seats[0]?.name, first.seats[49]?.name]).toEqual([
      50,
      'Aberafan Maesteg',
      expect.stringMatching(/^B/),
    ])
    expect(await find(ctx, { page: 99 })).toMatchObject({ page: 13, seats: { length: 50 } })
    expect(await find(ctx, { page: -3 })).toMatchObject({ page: 1 })
    expect((await names(ctx, { down: true }, 1))[0]).toBe('York Outer')
  }))

describe('what is found', () => {
  test.each([
    ['ynys mon', ['Ynys Môn']],
    ['  E14001172 ', ['Cities of London and Westminster']],
    ['diane abbott', ['Hackney North and Stoke Newington']],
    ['speaker no party', ['Chorley']],
    ['alex baker aldershot', ['Aldershot']],
    ['qqqq', []],
    ["'; drop table mps; --", []],
  ])('%j', (typed, seats) => rolledBack(async (ctx) => expect(await names(ctx, { find: typed })).toEqual(seats)))

  test('an address, whole or begun', () =>
    rolledBack(async (ctx) => {
      await setAddress(ctx, LONDON, 'corrected.address@parliament.uk')
      for (const typed of ['corrected.address@parliament.uk', 'CORRECTED.addr', 'corrected'])
        expect(await names(ctx, { find: typed })).toEqual(['Cities of London and Westminster'])
    }))

  test('any length of text is answered', () =>
    rolledBack(async (ctx) => expect((await find(ctx, { find: 'york '.repeat(100_000) })).total).toBeGreaterThan(0)))
})

test('the lists: vacant, without an address, set by hand, changed lately; counted among what is found', () =>
  rolledBack(async (ctx) => {
    const before = (await find(ctx, {})).counts
    expect(before).toMatchObject({ all: 650, 'by-hand': 0, changed: 0 })
    await setAddress(ctx, LONDON, 'ann@parliament.uk')
    await importMembers(ctx, [{ code: 'E14001063', member: null, line: 2 }])
    expect((await find(ctx, {})).counts).toEqual({ ...before, vacant: before.vacant + 1, 'by-hand': 1, changed: 2 })
    expect(await names(ctx, { show: 'by-hand' })).toEqual(['Cities of London and Westminster'])
    expect(await names(ctx, { show: 'vacant' })).toContain('Aldershot')
    expect((await find(ctx, { find: 'aldershot' })).counts).toMatchObject({ all: 1, vacant: 1, 'by-hand': 0 })
    ctx.setNow(new Date(ctx.now().getTime() + 31 * DAY))
    expect((await find(ctx, {})).counts).toMatchObject({ 'by-hand': 1, changed: 0 })
    const { seats } = await find(ctx, { show: 'by-hand' })
    expect(seats[0]?.mp).toMatchObject({ email: 'ann@parliament.uk', from: { source: 'hand' } })
  }))

test('in the order of MPs’ surnames, of parties, and of who came last; vacant seats at the end', () =>
  rolledBack(async (ctx) => {
    expect((await names(ctx, { order: 'mp' }, 1))[0]).toBe('Ipswich')
    const parties = (await find(ctx, { order: 'party' }, 700)).seats.map(({ mp }) => mp?.party ?? null)
    expect([parties[0], parties.at(-1)]).toEqual(['Alliance', null])
    const ann = { memberId: 9001, name: 'Ann Example', party: 'Independent', email: null }
    await importMembers(ctx, [{ code: LONDON, member: ann, line: 2 }])
    expect((await names(ctx, { order: 'since', down: true }, 1))[0]).toBe('Cities of London and Westminster')
  }))

test.each(['editor', 'campaigner'] as const)('refuses the role %s', (role) =>
  rolledBack(async (ctx) => {
    const member = await memberContext(ctx, role)
    await expect(findSeatsForStaff(member, ALL, 50)).rejects.toMatchObject({ code: 'not-allowed' })
  }),
)
