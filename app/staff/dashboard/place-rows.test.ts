import { beforeAll, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { narrowedTo } from '@/app/staff/_figures/narrowed'
import { mps, seatElections } from '@/db/schema/index'
import { deliverLetter } from '@/lib/delivery/testing'
import { listWord } from '@/lib/figures/dashboard/own-list'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { confirmedLetter, livingCampaign, VACANT, WESTMINSTER } from '@/lib/letters/testing'
import { contextFor } from '@/lib/mailer/process-context'
import type { TestContext } from '@/lib/mailer/testing/context'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import { ownListForm } from './form'
import { pageOf } from './pages'
import { placeRows } from './place-rows'
import { addressOf, readView } from './view'

let ctx: TestContext
let campaign: { id: string; slug: string; name: string }
const BATH = 'E14001080'

beforeAll(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  campaign = { ...living.campaign, name: 'The campaign' }
  for (const constituencyCode of [WESTMINSTER, WESTMINSTER, BATH, VACANT]) {
    const letter = await confirmedLetter(ctx, living.campaign, { constituencyCode })
    if (constituencyCode !== VACANT) await deliverLetter(ctx, letter.id)
  }
  await rollUp(ctx)
})

const rowsOf = async (query: Record<string, string>) => {
  const asked = await narrowedTo(ctx, readView({ campaign: campaign.slug, view: 'places', ...query }, [campaign], ctx))
  return { ...(await placeRows(ctx, asked)), asked }
}

test('places are sorted both ways, those of equal numbers by name', async () => {
  const down = await rowsOf({ sort: 'supporters' })
  expect(down.rows.slice(0, 3).map(({ key }) => key)).toEqual([WESTMINSTER, BATH, VACANT])
  const up = await rowsOf({ sort: 'supporters', up: '1' })
  expect(up.rows[0]?.name).toBe('Aberafan Maesteg')
  expect(up.rows.at(-1)?.key).toBe(WESTMINSTER)
  expect((await rowsOf({ sort: 'name', up: '0' })).rows[0]?.name).toBe('York Outer')
  expect((await rowsOf({ sort: 'name' })).rows[0]?.name).toBe('Aberafan Maesteg')
})

test('the list of seats without letters has every other seat, also where somebody confirmed one that could not go', async () => {
  const { rows, all } = await rowsOf({ reached: 'none' })
  expect(all).toHaveLength(650)
  expect(rows).toHaveLength(648)
  expect(rows.map(({ key }) => key)).toContain(VACANT)
})

test('a nation, a region or a party leaves its own seats', async () => {
  expect((await rowsOf({ nation: 'Wales' })).rows).toHaveLength(32)
  expect((await rowsOf({ region: 'North East' })).rows).toHaveLength(27)
  expect((await rowsOf({ nation: 'Wales', region: 'London' })).rows).toEqual([])
  const { rows } = await rowsOf({ party: 'Labour' })
  expect(rows.length).toBeGreaterThan(100)
  expect(rows.map(({ key }) => key)).not.toContain(VACANT)
  expect((await rowsOf({ nation: 'Wales', kind: 'party' })).rows.length).toBeLessThan(10)
})

test('majorities sort both ways, what is not known last, and leave those below so many votes', async () => {
  expect((await rowsOf({ sort: 'majority' })).hasMajorities).toBe(false)
  expect((await rowsOf({ majority: '1000' })).rows).toHaveLength(650)
  const seats = await ctx.db.select({ code: mps.constituencyCode, memberId: mps.memberId }).from(mps)
  const election = (code: string, majority: number) => ({
    ...{ constituencyCode: code, majority, turnout: 40_000, held: '2024-07-04', readAt: ctx.now() },
    memberId: seats.find((seat) => seat.code === code)?.memberId ?? 0,
  })
  const aberafan = 'W07000081'
  await ctx.db.insert(seatElections).values([election(BATH, 999), election(WESTMINSTER, 5000), election(VACANT, 7)])
  const other = { ...election(aberafan, 3), memberId: 1 }
  await ctx.db.insert(seatElections).values(other)
  const keys = async (query: Record<string, string>) => (await rowsOf(query)).rows.map(({ key }) => key)
  const up = await keys({ sort: 'majority' })
  expect(up.slice(0, 4)).toEqual([VACANT, BATH, WESTMINSTER, aberafan])
  expect(up).toHaveLength(650)
  const down = await keys({ sort: 'majority', up: '0', kind: 'mp' })
  expect(down.slice(0, 3)).toEqual([WESTMINSTER, BATH, VACANT])
  expect(await keys({ majority: '1000', sort: 'majority' })).toEqual([VACANT, BATH])
  expect(await keys({ majority: '5000' })).not.toContain(WESTMINSTER)
  expect(await keys({ majority: '10000', party: 'Vacant' })).toEqual([VACANT])
  expect(await keys({ majority: '12' })).toHaveLength(650)
  const groups = await rowsOf({ kind: 'nation', sort: 'majority', majority: '1000' })
  expect([groups.rows.length, groups.hasMajorities]).toEqual([4, false])
  expect(addressOf((await rowsOf({ majority: '1000' })).asked, { page: '2' })).toContain('majority=1000')
})

test('a page has a hundred rows at most, and the address keeps what the list is narrowed by', async () => {
  const { rows, asked } = await rowsOf({ page: '7', nation: 'England' })
  expect(pageOf(asked, rows)).toMatchObject({ page: 6, pages: 6 })
  expect(pageOf(asked, rows).shown).toHaveLength(43)
  expect(addressOf(asked, { page: '2' })).toContain('nation=England')
  expect(addressOf(asked, { page: '2' })).toContain('page=2')
  expect(pageOf({ query: { page: 'x' } }, rows).page).toBe(1)
})

test('a list of one’s own leaves its seats, also within a nation, and where the campaign is for others', async () => {
  const list = listWord([WESTMINSTER, BATH, VACANT, 'W07000081'])
  const { rows, own } = await rowsOf({ list, sort: 'letters', up: '1' })
  expect(rows.map(({ key }) => key).slice(2)).toEqual([BATH, WESTMINSTER])
  expect(rows).toHaveLength(4)
  expect(own).toBeNull()
  expect((await rowsOf({ list, nation: 'Wales' })).rows.map(({ key }) => key)).toEqual(['W07000081'])
  expect((await rowsOf({ list: 'x' })).rows).toEqual([])
})

test('a pasted list leads to its seats, narrowed as before; what names nobody is said first, with what was typed', async () => {
  const token = crypto.randomUUID()
  const { actor } = await memberContext(contextFor({ kind: 'system' }), 'campaigner', `${token}@example.org`)
  await startSession(contextFor({ kind: 'system' }), { token, userId: actor.kind === 'staff' ? actor.id : '' })
  const post = (fields: Record<string, string>) => {
    const sent = new FormData()
    for (const [name, value] of Object.entries({ back: 'campaign=a&nation=England&list=x', ...fields }))
      sent.set(name, value)
    return withExchange(newExchange({ cookies: `${staffCookie().name}=${token}` }), () => ownListForm(sent, {}))
  }
  const there = (list: string) => `/staff/dashboard?campaign=a&nation=England${list}&view=places`
  const both = `/staff/dashboard?campaign=a&nation=England&list=${listWord([BATH, WESTMINSTER])}&view=places`
  expect(await post({ names: 'Bath\nCities of London and Westminster' })).toEqual({ redirect: both })
  const names = 'Bath\nCities of London & Westminster\nBahrain'
  expect(await post({ names })).toMatchObject({
    status: 422,
    at: there(''),
    show: { values: { names, matched: '2' }, faults: [{ message: expect.stringContaining('line 3, “Bahrain”') }] },
  })
  expect(await post({ names, unknown: 'leave-out' })).toEqual({ redirect: both })
  expect(await post({ names: 'Bahrain', unknown: 'leave-out' })).toMatchObject({ status: 422 })
  expect(await post({ names: ' ' })).toEqual({ redirect: there('') })
  expect(await post({ names: 'Bath', back: '//x.test/?a=b' })).toMatchObject({
    redirect: expect.stringMatching(/^\/staff\/dashboard\?/),
  })
})
