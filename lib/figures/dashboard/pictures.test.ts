import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { londonDay } from '@/lib/kernel/time/day'
import { HOUR } from '@/lib/kernel/time/durations'
import { livingCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { seedSignUps } from '@/tools/seed/sign-ups'
import { nationSeries } from './by-nation'
import { curveOf } from './curve'
import { firstDay } from './first-day'
import { letterFigures } from './letters'
import { marksOf } from './marks'
import { mpAnswers } from './mp-answers'
import { seatFigures } from './places'
import { seriesOf } from './series'
import { stuckFigures } from './stuck'
import { sumsOf } from './sums'

/** Of any size: `SIGN_UPS=100000 npx vitest run lib/figures/dashboard/pictures.test.ts` prints how long each takes. */
const SIGN_UPS = Number(process.env.SIGN_UPS ?? 600)
let ctx: TestContext
let campaign: LiveCampaign
let today = ''
const scope = () => ({ campaignId: campaign.id, from: '2026-10-01', to: today })

beforeAll(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  campaign = living.campaign
  today = londonDay(ctx.now())
  await seedSignUps(ctx, { campaign, count: SIGN_UPS, days: 30, from: 0 })
  await rollUp(ctx)
}, 600_000)

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  if (process.env.SIGN_UPS) console.info(`${name}: ${Math.round(performance.now() - began)} ms`)
  return result
}

test('a course ends at the clock, and its last day or hour is not over', async () => {
  const days = await timed('series by day', () => seriesOf(ctx, scope(), 'day'))
  expect(days.buckets.at(-1)?.at).toBe(today)
  expect(days.isUnfinished).toBe(true)
  const hours = await seriesOf(ctx, { ...scope(), from: today }, 'hour')
  expect(hours.buckets.at(-1)?.at).toBe(`${today}T${String(ctx.now().getUTCHours()).padStart(2, '0')}`)
  expect(hours.isUnfinished).toBe(true)
  const past = await seriesOf(ctx, { ...scope(), to: '2026-11-01' }, 'day')
  expect(past.buckets.at(-1)?.at).toBe('2026-11-01')
  expect(past.isUnfinished).toBe(false)
})

test('course, curve, nations and seats have the same supporters', async () => {
  const { confirmed } = await timed('sums', () => sumsOf(ctx, scope()))
  expect(confirmed).toBeGreaterThan(0)
  const { buckets } = await seriesOf(ctx, scope(), 'day')
  expect(buckets.reduce((sum, { supporters }) => sum + supporters, 0)).toBe(confirmed)
  const { days } = await timed('curve', () => curveOf(ctx, campaign.id))
  expect(days.at(-1)).toMatchObject({ day: today, total: confirmed })
  const nations = await timed('nations', () => nationSeries(ctx, scope()))
  expect(nations.map(({ nation }) => nation).sort()).toEqual(['England', 'Northern Ireland', 'Scotland', 'Wales'])
  expect(nations.reduce((sum, { total }) => sum + total, 0)).toBe(confirmed)
  for (const nation of nations) {
    expect(nation.days.reduce((sum, { supporters }) => sum + supporters, 0)).toBe(nation.total)
    expect(nation.days.at(-1)?.day).toBe(today)
  }
  const seats = await timed('seats', () => seatFigures(ctx, scope()))
  expect(seats.reduce((sum, { supporters }) => sum + supporters, 0)).toBe(confirmed)
})

test('narrowed to some seats or a source, every figure is of those alone', async () => {
  const seats = (await seatFigures(ctx, scope())).filter(({ nation }) => nation === 'Wales')
  const supporters = seats.reduce((sum, seat) => sum + seat.supporters, 0)
  const ofWales = { ...scope(), seats: seats.map(({ code }) => code) }
  expect(await sumsOf(ctx, ofWales)).toMatchObject({ confirmed: supporters })
  const { byState } = await letterFigures(ctx, ofWales)
  const { byState: all } = await letterFigures(ctx, scope())
  const total = (rows: { letters: number }[]) => rows.reduce((sum, { letters }) => sum + letters, 0)
  expect(total(byState)).toBeLessThan(total(all))
  const named = await ctx.db.execute<{ name: string }>(
    sql`select utm_source as name from sources where utm_source <> '' limit 1`,
  )
  const source = named[0]?.name ?? ''
  const [one, none, whole] = await Promise.all([
    sumsOf(ctx, { ...scope(), source }),
    sumsOf(ctx, { ...scope(), source: '' }),
    sumsOf(ctx, scope()),
  ])
  expect(one.confirmed).toBeGreaterThan(0)
  expect(one.confirmed + none.confirmed).toBeLessThanOrEqual(whole.confirmed)
  expect(await sumsOf(ctx, { ...scope(), seats: [] })).toMatchObject({ confirmed: 0 })
})

test('what is stuck is told by its state and why, and answers apart from acknowledgements', async () => {
  const stuck = await timed('stuck', () => stuckFigures(ctx, campaign.id))
  const [rows] = await ctx.db.execute<{ held: number; bounced: number }>(sql`
    select (count(*) filter (where state = 'held'))::int as held, (count(*) filter (where state = 'bounced'))::int as bounced
    from letters`)
  expect(stuck).toMatchObject(rows ?? {})
  expect(await stuckFigures(ctx, campaign.id, { seats: [] })).toMatchObject({ held: 0, bounced: 0, byReason: [] })
  const answers = await timed('answers', () => mpAnswers(ctx, scope()))
  const sums = await sumsOf(ctx, scope())
  const total = (of: 'answers' | 'acknowledgements' | 'none') => answers.reduce((sum, each) => sum + each[of], 0)
  expect([total('answers'), total('acknowledgements'), total('none')]).toEqual([
    sums.real_answer,
    sums.acknowledgement,
    sums.no_answer,
  ])
})

test('the first day is that of the earliest figure; what happened meanwhile is told in its order', async () => {
  expect((await firstDay(ctx, campaign.id)) ?? '').toBe((await firstDay(ctx, null)) ?? 'none')
  const later = { ...ctx, now: () => new Date(ctx.now().getTime() + HOUR) }
  await later.db.execute(sql`
    insert into milestones (campaign_id, kind, subject, reached_at)
    values (${campaign.id}::uuid, 'letters', '100', ${later.now().toISOString()}::timestamptz) on conflict do nothing`)
  const marks = await marksOf(ctx, scope())
  expect(marks).toContainEqual(expect.objectContaining({ kind: 'milestone', what: 'letters 100' }))
  expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).toSorted())
})
