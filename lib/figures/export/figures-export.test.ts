import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { measures } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { funnelOf } from '@/lib/figures/dashboard/funnel'
import { letterFigures } from '@/lib/figures/dashboard/letters'
import { replyFigures } from '@/lib/figures/dashboard/replies'
import { sumsOf } from '@/lib/figures/dashboard/sums'
import { definitions } from '@/lib/figures/definitions'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { NOON } from '@/lib/kernel/testing/noon'
import { livingCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { seedSignUps } from '@/tools/seed/sign-ups'
import { figuresAsCsv, figuresAsJson } from './as-csv-or-json'
import { type FigureGroup, type FiguresAsked, figureGroups, readFiguresAsked } from './input'
import { columnsOf, type FigureRow } from './rows'

const SPAN = { from: '2026-10-20', to: '2026-11-03' }
let ctx: TestContext
let campaign: LiveCampaign

beforeAll(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  campaign = living.campaign
  await seedSignUps(ctx, { campaign, count: 1500, days: 30, from: 0 })
  await rollUp(ctx)
})

const askedBy = (by: FigureGroup): FiguresAsked => ({ ...SPAN, by, kind: 'source' })
const scope = () => ({ campaignId: campaign.id, ...SPAN })

describe('exported figures', () => {
  const byCount = ['day', 'hour', 'constituency', 'party', 'nation', 'region', 'source'] as const
  const rowsBy = async (by: FigureGroup) => (await figuresAsJson(ctx, campaign, askedBy(by))).rows

  test.each(byCount)(
    'by %s hold all that is counted, and their sums are the totals and the dashboard’s',
    async (by) => {
      const { totals, rows } = await figuresAsJson(ctx, campaign, askedBy(by))
      const sums = await sumsOf(ctx, scope())
      expect(totals.supporters).toBeGreaterThan(0)
      // Views are of no constituency.
      const placed = ['constituency', 'party', 'nation', 'region'].includes(by)
      for (const measure of measures) {
        const { column } = definitions[measure]
        expect(totals[column], column).toBe(sums[measure])
        if (placed && measure === 'viewed') continue
        expect(
          rows.reduce((sum, row) => sum + Number(row[column]), 0),
          column,
        ).toBe(sums[measure])
      }
    },
  )

  test('by step are the dashboard’s funnel, and what is said of replies', async () => {
    const replies = await replyFigures(ctx, scope())
    const funnel = funnelOf(await sumsOf(ctx, scope()), replies)
    const rows = await rowsBy('step')
    expect(rows.map(({ count, whole }) => [count, whole])).toEqual([
      ...funnel.map(({ count, whole }) => [count, whole]),
      [replies.acknowledgement, replies.asked],
    ])
    expect(rows.slice(-3).map(({ step }) => step)).toEqual(['asked', 'asked_answered', 'asked_acknowledged'])
  })

  test('by state, ask and question are what the dashboard tells of letters', async () => {
    const shown = await letterFigures(ctx, scope())
    const states = await rowsBy('state')
    const lettersIn = (rows: FigureRow[]) => rows.reduce((sum, { letters }) => sum + Number(letters), 0)
    expect(lettersIn(states)).toBe(shown.byState.reduce((sum, { letters }) => sum + letters, 0))
    expect(states.filter(({ state }) => state === 'held').map(({ held_for, letters }) => [held_for, letters])).toEqual(
      shown.byHeldReason.map(({ reason, letters }) => [reason, letters]),
    )
    expect(lettersIn(states.filter(({ state }) => state === 'held'))).toBe(
      shown.byState.find(({ state }) => state === 'held')?.letters,
    )
    const [ask] = campaign.content.asks
    expect((await rowsBy('ask')).find((row) => row.ask === ask?.id)).toEqual({
      campaign: campaign.slug,
      ask: ask?.id,
      name: ask?.title,
      letters: shown.ownWords.letters,
      whole: shown.ownWords.letters,
    })
    expect((await rowsBy('question')).map(({ letters, own_words }) => [letters, own_words])).toEqual(
      shown.byQuestion.map(({ letters, own }) => [letters, own]),
    )
  })

  test.each(figureGroups)('by %s are the same as CSV and as JSON', async (by) => {
    const { rows } = await figuresAsJson(ctx, campaign, askedBy(by))
    expect(rows.length).toBeGreaterThan(0)
    const csv = await figuresAsCsv(ctx, campaign, askedBy(by))
    expect(csv.split('\r\n')[0]).toBe(columnsOf[by].map((column) => `"${column}"`).join(','))
    for (const row of rows) expect(Object.keys(row).toSorted()).toEqual(columnsOf[by].toSorted())
    expect(parse(csv, { columns: true })).toEqual(
      rows.map((row) => Object.fromEntries(columnsOf[by].map((name) => [name, String(row[name] ?? '')]))),
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
    const { totals } = await figuresAsJson(ctx, other, askedBy('day'))
    expect(Object.values(totals).every((total) => total === 0)).toBe(true)
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
    [{ by: 'week' }, `"by" can be ${figureGroups.join(', ')}.`],
    [{ by: 'Day' }, `"by" can be ${figureGroups.join(', ')}.`],
    [{ kind: 'e-mail' }, '"kind" can be source, medium, campaign, content, referrer, share.'],
  ])('is refused where it is %j', (query, fault) => expect(read(query)).toEqual({ faults: [fault] }))
})
