import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { overTime } from '@/lib/figures/dashboard/over-time'
import { placeFigures } from '@/lib/figures/dashboard/places'
import { sourceFigures } from '@/lib/figures/dashboard/sources'
import { sumsOf } from '@/lib/figures/dashboard/sums'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { NOON } from '@/lib/kernel/testing/noon'
import { livingCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { seedSignUps } from '@/tools/seed/sign-ups'
import { figuresAsCsv, figuresAsJson } from './as-csv-or-json'
import { type FigureGroup, type FiguresAsked, figureGroups, readFiguresAsked } from './input'
import { columnsOf } from './rows'

const SPAN = { from: '2026-10-20', to: '2026-11-03' }
let ctx: TestContext
let campaign: LiveCampaign

beforeAll(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  campaign = living.campaign
  await seedSignUps(ctx, { campaign, count: 600, days: 30, from: 0 })
  await rollUp(ctx)
})

const askedBy = (by: FigureGroup): FiguresAsked => ({ ...SPAN, by, kind: 'source' })
const supportersIn = (rows: { supporters?: unknown }[]) => rows.reduce((sum, row) => sum + Number(row.supporters), 0)

describe('exported figures', () => {
  test('are those that the dashboard shows', async () => {
    const scope = { campaignId: campaign.id, ...SPAN }
    const rowsBy = async (by: FigureGroup) => (await figuresAsJson(ctx, campaign, askedBy(by))).rows
    for (const by of ['day', 'hour'] as const) {
      const shown = await overTime(ctx, scope, by)
      expect(await rowsBy(by)).toEqual(shown.map(({ at, ...counts }) => ({ [by]: at, ...counts })))
    }
    const seats = await placeFigures(ctx, scope, 'constituency')
    expect((await rowsBy('constituency')).map(({ code, supporters, letters }) => [code, supporters, letters])).toEqual(
      seats.map(({ key, supporters, letters }) => [key, supporters, letters]),
    )
    const sources = await sourceFigures(ctx, scope, 'source')
    expect((await rowsBy('source')).map(({ source, supporters }) => [source, supporters])).toEqual(
      sources.map(({ name, supporters }) => [name, supporters]),
    )
  })

  test.each(figureGroups)('have totals that are the sum of the rows by %s', async (by) => {
    const { totals, rows } = await figuresAsJson(ctx, campaign, askedBy(by))
    const sums = await sumsOf(ctx, { campaignId: campaign.id, ...SPAN })
    expect(totals).toEqual({ supporters: sums.confirmed, letters: sums.accepted })
    expect(totals.supporters).toBeGreaterThan(0)
    expect(supportersIn(rows)).toBe(totals.supporters)
  })

  test.each(figureGroups)('by %s are the same as CSV and as JSON', async (by) => {
    const { rows } = await figuresAsJson(ctx, campaign, askedBy(by))
    const csv = await figuresAsCsv(ctx, campaign, askedBy(by))
    expect(csv.split('\r\n')[0]).toBe(columnsOf[by].map((column) => `"${column}"`).join(','))
    expect(parse(csv, { columns: true })).toEqual(
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')]))),
    )
  })

  test('name the MP, party and nation of each seat, and leave them empty where it is vacant', async () => {
    const { rows } = await figuresAsJson(ctx, campaign, askedBy('constituency'))
    expect(rows).toHaveLength(650)
    expect(rows.find(({ code }) => code === 'E14001172')).toMatchObject({
      name: 'Cities of London and Westminster',
      nation: 'England',
      mp: 'Rachel Blake',
      party: 'Labour (Co-op)',
    })
    expect(rows.find(({ code }) => code === 'E14001290')).toMatchObject({ mp: null, party: null })
    expect(rows.find(({ code }) => code === 'E14001170')).toMatchObject({ party: 'The Speaker (no party)' })
  })

  test('of all campaigns are those of the one there is, and of another campaign none', async () => {
    const all = await figuresAsJson(ctx, null, askedBy('day'))
    expect(all).toMatchObject({ campaign: null, totals: (await figuresAsJson(ctx, campaign, askedBy('day'))).totals })
    const other = { id: crypto.randomUUID(), slug: 'other' }
    expect((await figuresAsJson(ctx, other, askedBy('day'))).totals).toEqual({ supporters: 0, letters: 0 })
  })
})

describe('what an address asks for', () => {
  const read = (query: Record<string, unknown>) => readFiguresAsked(query, NOON)

  test('is the last thirty days by day where it does not say', () =>
    expect(read({})).toEqual({ asked: { from: '2026-10-12', to: '2026-11-10', by: 'day', kind: 'source' } }))

  test('is a single day where both ends are one, and three years at most', () => {
    expect(read({ from: '2026-11-10', to: '2026-11-10' })).toMatchObject({ asked: { from: '2026-11-10' } })
    expect(read({ from: '2023-11-10', to: '2026-11-10' })).toHaveProperty('asked')
  })

  test.each([
    [{ from: '2026-11-10', to: '2026-11-01' }, '"from" (2026-11-10) is after "to" (2026-11-01).'],
    [{ from: '2027-01-01' }, '"from" (2027-01-01) is after "to" (2026-11-10).'],
    [{ from: '2001-01-01', to: '2026-11-01' }, 'A span has 1098 days at most, not 9436.'],
    [{ from: 'yesterday' }, 'Give "from" as year, month and day, such as 2026-11-24.'],
    [{ to: '2026-02-30' }, 'Give "to" as year, month and day, such as 2026-11-24.'],
    [{ to: "1'; drop table" }, 'Give "to" as year, month and day, such as 2026-11-24.'],
    [{ to: '9999-12-31' }, 'Give a day for "to" between the years 2000 and 2199.'],
    [{ from: '0001-01-01' }, 'Give a day for "from" between the years 2000 and 2199.'],
    [{ by: 'week' }, '"by" can be day, hour, constituency, source.'],
    [{ by: 'Day' }, '"by" can be day, hour, constituency, source.'],
    [{ kind: 'e-mail' }, '"kind" can be source, medium, campaign, content, referrer, share.'],
  ])('is refused where it is %j', (query, fault) => expect(read(query)).toEqual({ faults: [fault] }))
})
