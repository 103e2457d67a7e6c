import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { englishRegions } from '@/lib/directory/english-regions'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { share } from '@/lib/figures/share'
import { livingCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { seedSignUps } from '@/tools/seed/sign-ups'
import { letterFigures } from './letters'
import { overTime } from './over-time'
import { placeFigures, seatFigures } from './places'
import { replyFigures } from './replies'
import { sourceFigures } from './sources'
import { stuckFigures } from './stuck'
import { sumsOf } from './sums'

/** A campaign of any size can be looked at: `SIGN_UPS=100000 npx vitest run lib/figures/dashboard/views.test.ts`. */
const SIGN_UPS = Number(process.env.SIGN_UPS ?? 1500)
const FROM = '2026-10-20'
const TO = '2026-11-03'
let ctx: TestContext
let campaign: LiveCampaign
const scope = () => ({ campaignId: campaign.id, from: FROM, to: TO })

beforeAll(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  campaign = living.campaign
  await seedSignUps(ctx, { campaign, count: SIGN_UPS, days: 30, from: 0 })
  await rollUp(ctx)
})

/** One number, or rows, straight from the rows of letters, supporters and replies. */
const straight = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) => [
  ...(await ctx.db.execute<T>(query)),
]
const inSpan = (column: string) =>
  sql`(${sql.raw(column)} at time zone 'Europe/London')::date between ${FROM}::date and ${TO}::date`
const counting = sql`l.state <> 'withdrawn' and l.reflected_at is null and l.campaign_id = (select id from campaigns limit 1)`

test('the sums are those of the rows', async () => {
  const [rows] = await straight(sql`
    select
      (count(*) filter (where ${inSpan('l.created_at')}))::int as submitted,
      (count(*) filter (where ${inSpan('l.confirmed_at')}))::int as confirmed,
      (count(*) filter (where ${inSpan('l.accepted_at')}))::int as accepted,
      (count(*) filter (where l.state = 'delivered' and ${inSpan('l.ended_at')}))::int as delivered,
      (count(*) filter (where l.state = 'bounced' and ${inSpan('l.ended_at')}))::int as bounced,
      (count(*) filter (where s.updates_asked_at is not null and ${inSpan('l.confirmed_at')}))::int as opted_in,
      (count(*) filter (where l.confirmed_at is not null and ${inSpan('s.unsubscribed_at')}))::int as unsubscribed,
      (count(*) filter (where ${inSpan('l.reply_asked_at')}))::int as asked,
      (count(*) filter (where r.answer = 'acknowledgement' and ${inSpan('r.answered_at')}))::int as acknowledgement,
      (count(*) filter (where r.answer = 'real-answer' and ${inSpan('r.answered_at')}))::int as real_answer,
      (count(*) filter (where r.answer = 'no' and ${inSpan('r.answered_at')}))::int as no_answer
    from letters l join supporters s on s.id = l.supporter_id left join replies r on r.letter_id = l.id
    where ${counting}`)
  const sums = await sumsOf(ctx, scope())
  expect(sums).toMatchObject(rows ?? {})
  for (const count of [
    sums.confirmed,
    sums.accepted,
    sums.delivered,
    sums.opted_in,
    sums.unsubscribed,
    sums.asked,
    sums.acknowledgement,
    sums.real_answer,
  ])
    expect(count).toBeGreaterThan(0)
})

test('what is said of replies is a part of those who were asked, and an acknowledgement is no answer', async () => {
  const [rows] = await straight(sql`
    select count(*)::int as asked,
      (count(*) filter (where r.answer = 'real-answer'))::int as "realAnswer",
      (count(*) filter (where r.answer = 'acknowledgement'))::int as acknowledgement,
      (count(*) filter (where r.answer = 'no'))::int as no,
      (count(*) filter (where r.answer = 'not-expected'))::int as "notExpected"
    from letters l left join replies r on r.letter_id = l.id where ${counting} and ${inSpan('l.reply_asked_at')}`)
  const shown = await replyFigures(ctx, scope())
  expect(shown).toEqual(rows)
  expect(Math.min(...Object.values(shown))).toBeGreaterThan(0)
  expect(shown.asked).toBe((await sumsOf(ctx, scope())).asked)
  const seats = await seatFigures(ctx, scope())
  const sums = await sumsOf(ctx, scope())
  const sumOf = (of: 'asked' | 'answered' | 'acknowledged') => seats.reduce((sum, seat) => sum + seat[of], 0)
  expect([sumOf('asked'), sumOf('answered'), sumOf('acknowledged')]).toEqual([
    sums.asked,
    sums.real_answer,
    sums.acknowledgement,
  ])
})

test('what is stuck is what the rows hold, by its reason', async () => {
  const held = await straight<{ reason: string; letters: number }>(sql`
    select held_reason as reason, count(*)::int as letters from letters l
    where state = 'held' and ${counting} group by 1`)
  const shown = await stuckFigures(ctx, campaign.id)
  expect(shown.held).toBe(held.reduce((sum, { letters }) => sum + letters, 0))
  expect(shown.held).toBeGreaterThan(0)
  for (const { reason, letters } of held) {
    const rows = shown.byReason.filter((row) => row.reason === reason)
    expect(rows.reduce((sum, row) => sum + row.letters, 0)).toBe(letters)
  }
  const [rest] = await straight<{ queued: number; unconfirmed: number }>(sql`
    select (count(*) filter (where state in ('queued', 'sending')))::int as queued,
      (count(*) filter (where state = 'unconfirmed'))::int as unconfirmed from letters l where ${counting}`)
  expect(shown).toMatchObject(rest ?? {})
  expect(await stuckFigures(ctx, crypto.randomUUID())).toMatchObject({ held: 0, queued: 0, unconfirmed: 0 })
})

test('every day and every hour is that of the rows', async () => {
  for (const [by, pattern] of [
    ['day', 'YYYY-MM-DD'],
    ['hour', 'YYYY-MM-DD"T"HH24'],
  ] as const) {
    const rows = await straight<{ at: string; supporters: number; letters: number }>(sql`
      select at, sum(supporters)::int as supporters, sum(letters)::int as letters from (
        select to_char(l.confirmed_at at time zone 'Europe/London', ${pattern}) as at, 1 as supporters, 0 as letters
        from letters l where ${counting} and ${inSpan('l.confirmed_at')}
        union all
        select to_char(l.accepted_at at time zone 'Europe/London', ${pattern}), 0, 1
        from letters l where ${counting} and ${inSpan('l.accepted_at')}
      ) each group by at order by at`)
    const shown = await overTime(ctx, scope(), by)
    expect(
      shown
        .filter(({ supporters, letters }) => supporters + letters > 0)
        .map(({ at, supporters, letters }) => ({ at, supporters, letters })),
    ).toEqual(rows)
    expect(shown.every(({ unfinishedUntil }) => unfinishedUntil === null)).toBe(true)
    expect(shown).toHaveLength(by === 'day' ? 15 : 15 * 24)
  }
})

test('days and hours end at now, and the last of them is unfinished', async () => {
  const to = { ...scope(), from: '2026-11-09', to: '2026-11-12' }
  const ends = async (by: 'day' | 'hour') => {
    const shown = await overTime(ctx, to, by)
    return [shown.length, shown.at(-2), shown.at(-1)] as const
  }
  // The seed's now is noon on 10 November.
  const [days, , today] = await ends('day')
  expect([days, today?.at, today?.unfinishedUntil]).toEqual([2, '2026-11-10', '2026-11-10T12:00'])
  const [hours, before, hour] = await ends('hour')
  expect([hours, hour?.at, hour?.unfinishedUntil]).toEqual([24 + 13, '2026-11-10T12', '2026-11-10T12:00'])
  expect([before?.at, before?.unfinishedUntil]).toEqual(['2026-11-10T11', null])
  expect(await overTime(ctx, { ...to, from: '2026-12-01', to: '2026-12-02' }, 'day')).toEqual([])
})

test('the hour that clocks leave out in spring is none', async () => {
  const spring = await overTime(ctx, { ...scope(), from: '2026-03-29', to: '2026-03-29' }, 'hour')
  expect(spring.map(({ at }) => at).slice(0, 3)).toEqual(['2026-03-29T00', '2026-03-29T02', '2026-03-29T03'])
  expect(spring).toHaveLength(23)
})

test('every constituency, MP, party, nation and region is that of the rows', async () => {
  const rows = await straight<{ code: string; party: string; nation: string; supporters: number; letters: number }>(sql`
    select c.code, coalesce(nullif(m.party, 'Speaker'), case when m.id is null then 'Vacant' else 'The Speaker (no party)' end) as party, c.nation,
      (count(*) filter (where ${inSpan('l.confirmed_at')}))::int as supporters,
      (count(*) filter (where ${inSpan('l.accepted_at')}))::int as letters
    from letters l join constituencies c on c.code = l.constituency_code
    left join mps m on m.constituency_code = c.code and m.until is null
    where ${counting} group by 1, 2, 3`)
  const seats = await placeFigures(ctx, scope(), 'constituency')
  expect(seats).toHaveLength(650)
  expect(pairs(seats.filter(({ supporters, letters }) => supporters + letters > 0))).toEqual(
    pairs(rows.filter(({ supporters, letters }) => supporters + letters > 0).map((row) => ({ ...row, key: row.code }))),
  )
  expect(pairs(await placeFigures(ctx, scope(), 'mp'))).toEqual(pairs(seats))
  for (const kind of ['party', 'nation'] as const) {
    const groups = new Map<string, { key: string; supporters: number; letters: number }>()
    for (const row of rows) {
      const group = groups.get(row[kind]) ?? { key: row[kind], supporters: 0, letters: 0 }
      group.supporters += row.supporters
      group.letters += row.letters
      groups.set(row[kind], group)
    }
    const shown = await placeFigures(ctx, scope(), kind)
    expect(pairs(shown.filter(({ supporters, letters }) => supporters + letters > 0))).toEqual(
      pairs([...groups.values()].filter(({ supporters, letters }) => supporters + letters > 0)),
    )
  }
  const regions = await placeFigures(ctx, scope(), 'region')
  expect(regions.map(({ name }) => name).sort()).toEqual(
    [...englishRegions, 'Northern Ireland', 'Scotland', 'Wales'].sort(),
  )
  expect(regions.reduce((sum, { supporters }) => sum + supporters, 0)).toBe((await sumsOf(ctx, scope())).confirmed)
})

test('every source is that of the rows, and so is every supporter’s own link', async () => {
  for (const [kind, column] of [
    ['source', 'utm_source'],
    ['medium', 'utm_medium'],
    ['campaign', 'utm_campaign'],
    ['content', 'utm_content'],
    ['referrer', 'referrer'],
    ['share', 'share'],
  ] as const) {
    const rows = await straight<{ name: string; submitted: number; supporters: number; letters: number }>(sql`
      select coalesce(${sql.raw(column)}, '') as name,
        (count(*) filter (where ${inSpan('l.created_at')}))::int as submitted,
        (count(*) filter (where ${inSpan('l.confirmed_at')}))::int as supporters,
        (count(*) filter (where ${inSpan('l.accepted_at')}))::int as letters
      from letters l left join sources on sources.id = l.source_id where ${counting} group by 1
      order by supporters desc, submitted desc, 1`)
    const counted = rows.filter(({ submitted, supporters, letters }) => submitted + supporters + letters > 0)
    const shown = await sourceFigures(ctx, scope(), kind)
    const sent = shown.filter(({ submitted, supporters, letters }) => submitted + supporters + letters > 0)
    expect(sent.length).toBe(Math.min(counted.length, 500))
    for (const { name, submitted, supporters, letters } of sent)
      expect(counted).toContainEqual({ name, submitted, supporters, letters })
    expect(sent.map(({ supporters }) => supporters)).toEqual(
      counted.slice(0, sent.length).map(({ supporters }) => supporters),
    )
  }
})

test('of the letters, each state, ask and wording is counted, and how long confirming took', async () => {
  const shown = await letterFigures(ctx, scope())
  const letters = await straight<{
    state: string
    asks: string[]
    answered: string[]
    own: number
    wait: number | null
    age: number
  }>(sql`
    select state, asks, answered, own_words as own, extract(epoch from confirmed_at - created_at)::float8 as wait,
      extract(epoch from ${ctx.now().toISOString()}::timestamptz - created_at)::float8 as age
    from letters where reflected_at is null and ${inSpan('created_at')}`)
  const standing = letters.filter(({ state }) => state !== 'withdrawn')
  const confirmed = standing.filter(({ wait }) => wait !== null)
  expect(asCounts(shown.byState, ({ state }) => state)).toEqual(countsOf(letters.map(({ state }) => state)))
  expect(asCounts(shown.byAsk, ({ ask }) => ask)).toEqual(countsOf(confirmed.flatMap(({ asks }) => asks)))
  expect(shown.byAsk.map(({ whole }) => whole)).toEqual(shown.byAsk.map(() => confirmed.length))
  expect(share(shown.byAsk[0]?.letters ?? 0, shown.byAsk[0]?.whole ?? 0)).toBe('100%')
  const noticed = confirmed.filter(({ own }) => own >= 20)
  expect(noticed.length).toBeGreaterThan(5)
  expect(shown.ownWords).toEqual({ letters: confirmed.length, own: noticed.length })
  expect(asCounts(shown.byQuestion, ({ question }) => question)).toEqual(
    countsOf(confirmed.flatMap(({ answered }) => answered)),
  )
  expect(shown.byQuestion.map(({ question, own }) => [question, own]).sort()).toEqual(
    shown.byQuestion
      .map(({ question }) => [question, countsOf(noticed.flatMap(({ answered }) => answered))[question] ?? 0])
      .sort(),
  )
  const waits = confirmed.map(({ wait }) => Number(wait)).sort((a, b) => a - b)
  expect(shown.halfWithin).toBe(within(waits, 0.5))
  expect(shown.mostWithin).toBe(within(waits, 0.9))
  expect(shown.unconfirmedAfterADay).toBe(
    letters.filter(({ state, age }) => state === 'unconfirmed' && age >= 86_400).length,
  )
  expect(shown.unconfirmedAfterADay).toBeGreaterThan(0)
})

test('another campaign has none of it', async () => {
  const other = { ...scope(), campaignId: crypto.randomUUID() }
  expect(Object.values(await sumsOf(ctx, other)).every((sum) => sum === 0)).toBe(true)
  expect(await sourceFigures(ctx, other, 'source')).toEqual([])
})

const pairs = (places: readonly { key: string; supporters: number; letters: number }[]) =>
  places
    .map(({ key, supporters, letters }) => [key, supporters, letters] as const)
    .sort(([a], [b]) => a.localeCompare(b))

function countsOf(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

function asCounts<T extends { letters: number }>(rows: readonly T[], nameOf: (row: T) => string) {
  return Object.fromEntries(rows.map((row) => [nameOf(row), row.letters]))
}

/** Within which time such a share of all were done, rounded up as it is said. */
function within(sorted: readonly number[], share: number): number {
  const seconds = sorted[Math.ceil(sorted.length * share) - 1] ?? 0
  const unit = seconds < 90 ? 1 : seconds < 5400 ? 60 : 3600
  return unit * Math.ceil(seconds / unit)
}
