import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { figureEvents, sources } from '@/db/schema/index'
import { rebuildFigures } from '@/lib/figures/roll-up/recount'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { NOWHERE } from '@/lib/figures/sources/source'
import { sourceId } from '@/lib/figures/sources/source-id'
import { figureSums } from '@/lib/figures/testing'
import { inTransaction } from '@/lib/kernel/context'
import { statementsOf } from '@/lib/kernel/testing/statements'
import { onCampaign, WESTMINSTER } from '@/lib/letters/testing'
import { countVisit, keepVisits } from './visits'

const source = { ...NOWHERE, utmSource: 'newsletter' }

test('visits are counted by campaign, step and source, and outlast a recount', () =>
  onCampaign(async (ctx, campaign) => {
    await rollUp(ctx)
    for (let count = 0; count < 3; count++) countVisit({ step: 'viewed', slug: campaign.slug, source })
    countVisit({ step: 'viewed', slug: null, source: NOWHERE })
    countVisit({ step: 'found', slug: campaign.slug, constituency: WESTMINSTER, source })
    countVisit({ step: 'viewed', slug: 'no-such-campaign', source })
    await keepVisits(ctx)
    await keepVisits(ctx)
    expect(await rebuildFigures(ctx)).toEqual([])
    await rollUp(ctx)
    expect(await figureSums(ctx)).toEqual({ viewed: 4, found: 1 })
    expect(await ctx.db.select().from(sources)).toMatchObject([source])
  }))

test('however many kinds of visits there were, each campaign and source is looked up once', () =>
  onCampaign(async (ctx, campaign) => {
    const statements = async (seats: number) => {
      for (let seat = 0; seat < seats; seat++) {
        const constituency = `E1400${1000 + seat}`
        for (const step of ['found', 'started'] as const)
          countVisit({ step, slug: campaign.slug, constituency, source })
      }
      return (await statementsOf(ctx, keepVisits)).length
    }
    await statements(1)
    const few = await statements(2)
    expect(await statements(650)).toBe(few)
    expect(few).toBeLessThanOrEqual(4)
    await rollUp(ctx)
    expect(await figureSums(ctx)).toEqual({ found: 653, started: 653 })
  }))

test('however many sources there were, they are looked up together, and beyond 5,000 count as one', () =>
  onCampaign(async (ctx, campaign) => {
    const statements = async (first: number, many: number) => {
      for (let at = first; at < first + many; at++) {
        countVisit({ step: 'viewed', slug: campaign.slug, source: { ...NOWHERE, utmSource: `source ${at}` } })
      }
      return (await statementsOf(ctx, keepVisits)).length
    }
    const few = await statements(0, 2)
    expect(await statements(2, 298)).toBe(few)
    // The campaign, which a process that is kept in step has in memory; the sources, new ones; the record.
    expect(few).toBeLessThanOrEqual(2 + 1 + 3 + 1)
    expect(await statements(0, 300)).toBe(few - 3)
    await ctx.db.execute(sql`insert into sources (utm_source) select 'made up ' || n from generate_series(1, 4600) n`)
    expect(await statements(300, 200)).toBe(few)
    expect(await statements(500, 100)).toBe(few)
    expect(await ctx.db.$count(sources)).toBe(5001)
    const others = await sourceId(ctx, { ...NOWHERE, utmSource: '(others)' })
    const ids = ['source 399', 'source 400', 'source 599'].map((utmSource) => sourceId(ctx, { ...NOWHERE, utmSource }))
    expect((await Promise.all(ids)).map((id) => id === others)).toEqual([false, true, true])
    await rollUp(ctx)
    expect(await figureSums(ctx)).toEqual({ viewed: 900 })
  }))

test('what could not be written down is counted the next time, with what came meanwhile', () =>
  onCampaign(async (ctx, campaign) => {
    const visit = { step: 'viewed', slug: campaign.slug, source } as const
    for (let count = 0; count < 3; count++) countVisit(visit)
    const withoutTable = inTransaction(ctx, async (inner) => {
      await inner.db.execute(sql`alter table ${figureEvents} rename to gone`)
      await keepVisits(inner)
    })
    await expect(withoutTable).rejects.toThrow()
    const keeping = keepVisits(ctx)
    countVisit(visit)
    await keeping
    await keepVisits(ctx)
    await keepVisits(ctx)
    await rollUp(ctx)
    expect(await figureSums(ctx)).toEqual({ viewed: 4 })
  }))

test('a source has one number however often it is met', () =>
  onCampaign(async (ctx) => {
    const ids = [await sourceId(ctx, source), await sourceId(ctx, source), await sourceId(ctx, NOWHERE)]
    expect(ids[0]).toBeGreaterThan(0)
    expect(ids).toEqual([ids[0], ids[0], 0])
  }))
