import { beforeAll, expect, test } from 'vitest'
import { narrowedTo } from '@/app/staff/_figures/narrowed'
import { deliverLetter } from '@/lib/delivery/testing'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { confirmedLetter, livingCampaign, VACANT, WESTMINSTER } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
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

test('a page has a hundred rows at most, and the address keeps what the list is narrowed by', async () => {
  const { rows, asked } = await rowsOf({ page: '7', nation: 'England' })
  expect(pageOf(asked, rows)).toMatchObject({ page: 6, pages: 6 })
  expect(pageOf(asked, rows).shown).toHaveLength(43)
  expect(addressOf(asked, { page: '2' })).toContain('nation=England')
  expect(addressOf(asked, { page: '2' })).toContain('page=2')
  expect(pageOf({ query: { page: 'x' } }, rows).page).toBe(1)
})
