import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { figureSumKinds, measures } from '@/db/schema/index'
import { countedIn } from '@/lib/figures/dashboard/scope'
import { onCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { seedSignUps } from '@/tools/seed/sign-ups'
import { areDaysDue } from './days-due'
import { rebuildFigures } from './recount'
import { rollUp } from './roll-up'

const LOCAL_DAY = sql`date_trunc('day', hour at time zone 'Europe/London') at time zone 'Europe/London'`
const ofKind = (kind: (typeof figureSumKinds)[number]) =>
  sql`(select campaign_id, hour, key, ${each} from figure_sums where kind = ${kind}) kept`
const columns = sql.raw(measures.map((one) => `sum(${one}) as ${one}`).join(', '))
const each = sql.raw(measures.join(', '))
const anything = sql.raw(measures.map((one) => `abs(${one})`).join(' + '))

/** What is summed up: by what of the hours, and where it is kept. */
const SUMS = {
  all: { key: sql`hour, '' as key`, kept: ofKind('all') },
  seat: { key: sql`${LOCAL_DAY} as hour, constituency_code as key`, kept: ofKind('seat') },
  source: { key: sql`${LOCAL_DAY} as hour, source_id::text as key`, kept: ofKind('source') },
  'source-hour': { key: sql`hour, source_id::text as key`, kept: ofKind('source-hour') },
  'seat hours': {
    key: sql`hour, constituency_code as key`,
    kept: sql`(select *, constituency_code as key from figure_seat_hours) kept`,
  },
  days: {
    key: sql`${LOCAL_DAY} as hour, source_id || ' ' || constituency_code as key`,
    kept: sql`(select *, source_id || ' ' || constituency_code as key from figure_days) kept`,
  },
}

/** How many rows of the sums are not what the hours say, by kind; what has come to nothing may stand there. */
async function differences(ctx: TestContext) {
  const found: Record<string, number> = {}
  for (const [name, { key, kept }] of Object.entries(SUMS)) {
    const [row] = await ctx.db.execute<{ n: number }>(sql`
      with hours as (
        select * from (select campaign_id, ${key}, ${columns} from figure_hours group by 1, 2, 3) s where ${anything} > 0
      ),
      kept as (select campaign_id, hour, key, ${each} from ${kept} where ${anything} > 0),
      off as (
        (select campaign_id, hour, key, ${each} from hours except select * from kept)
        union all (select * from kept except select campaign_id, hour, key, ${each} from hours)
      )
      select (select count(*)::int from off) as n`)
    found[name] = row?.n ?? -1
  }
  return found
}

const NONE = Object.fromEntries(Object.keys(SUMS).map((name) => [name, 0]))

test('the sums follow the hours, through roll-ups, a recount that puts figures right, and what is erased', () =>
  onCampaign(async (ctx, campaign) => {
    expect(Object.keys(SUMS)).toEqual(expect.arrayContaining([...figureSumKinds]))
    for (let turn = 0; turn < 2; turn++) {
      await seedSignUps(ctx, { campaign, count: 300, days: 10 })
      await rollUp(ctx)
      expect(await differences(ctx)).toEqual(NONE)
    }
    await ctx.db.execute(sql`update figure_hours set confirmed = confirmed + 3 where confirmed > 0 and not lasting`)
    expect(await differences(ctx)).toEqual(NONE)
    await ctx.db.execute(sql`delete from letters where state = 'unconfirmed'`)
    expect((await rebuildFigures(ctx)).length).toBeGreaterThan(0)
    expect(await differences(ctx)).toEqual(NONE)
    await ctx.db.execute(sql`delete from figure_hours where accepted > 0`)
    expect(await differences(ctx)).toEqual(NONE)
  }))

test('days of before an upgrade are read from the hours until each is summed up, some in a roll-up', () =>
  onCampaign(async (ctx, campaign) => {
    await seedSignUps(ctx, { campaign, count: 200, days: 7 })
    await rollUp(ctx)
    const seats = await ctx.db.execute<{ code: string }>(sql`select code from constituencies where nation = 'England'`)
    const read = async () => {
      const isDue = await areDaysDue(ctx)
      const scope = { campaignId: campaign.id, from: '2026-10-01', to: '2026-12-31', source: '', isDue }
      const crossed = { ...scope, seats: seats.map(({ code }) => code) }
      const counted = [
        countedIn(crossed, 'day'),
        countedIn(scope, 'hour'),
        countedIn({ ...crossed, source: undefined }, 'hour'),
      ]
      return Promise.all(
        counted.map((part) => ctx.db.execute(sql`select ${columns} from ${part}`).then((rows) => [...rows])),
      )
    }
    const right = await read()
    await ctx.db.execute(sql`
      with due as (
        insert into figure_days_due
        select distinct campaign_id, (hour at time zone 'Europe/London')::date from figure_sums where kind = 'seat'
      ),
      hours as (delete from figure_sums where kind = 'source-hour'),
      seats as (delete from figure_seat_hours)
      update figure_days set confirmed = confirmed + 1`)
    const left = async () => (await ctx.db.execute(sql`select from figure_days_due`)).length
    const before = await left()
    for (let turn = 0; turn < before && (await left()) > 0; turn++) {
      expect(await read()).toEqual(right)
      await rollUp(ctx)
    }
    expect([before > 4, await left()]).toEqual([true, 0])
    expect(await differences(ctx)).toEqual(NONE)
    expect(await read()).toEqual(right)
  }))
