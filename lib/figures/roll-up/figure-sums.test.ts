import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type figureSumKinds, measures } from '@/db/schema/index'
import { onCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { seedSignUps } from '@/tools/seed/sign-ups'
import { rebuildFigures } from './recount'
import { rollUp } from './roll-up'

const LOCAL_DAY = sql`date_trunc('day', hour at time zone 'Europe/London') at time zone 'Europe/London'`
const KEYS: Record<(typeof figureSumKinds)[number], ReturnType<typeof sql>> = {
  all: sql`hour, '' as key`,
  seat: sql`${LOCAL_DAY} as hour, constituency_code as key`,
  source: sql`${LOCAL_DAY} as hour, source_id::text as key`,
}
const columns = sql.raw(measures.map((one) => `sum(${one}) as ${one}`).join(', '))
const each = sql.raw(measures.join(', '))
const anything = sql.raw(measures.map((one) => `abs(${one})`).join(' + '))

/** How many rows of the sums are not what the hours say, by kind; what has come to nothing may stand there. */
async function differences(ctx: TestContext) {
  const found: Record<string, number> = {}
  for (const [kind, key] of Object.entries(KEYS)) {
    const [row] = await ctx.db.execute<{ n: number }>(sql`
      with hours as (
        select * from (select campaign_id, ${key}, ${columns} from figure_hours group by 1, 2, 3) s where ${anything} > 0
      ),
      kept as (select campaign_id, hour, key, ${each} from figure_sums where kind = ${kind} and ${anything} > 0),
      off as (
        (select campaign_id, hour, key, ${each} from hours except select * from kept)
        union all (select * from kept except select campaign_id, hour, key, ${each} from hours)
      )
      select (select count(*)::int from off) as n`)
    found[kind] = row?.n ?? -1
  }
  return found
}

const NONE = { all: 0, seat: 0, source: 0 }

test('the sums follow the hours, through roll-ups, a recount that puts figures right, and what is erased', () =>
  onCampaign(async (ctx, campaign) => {
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
