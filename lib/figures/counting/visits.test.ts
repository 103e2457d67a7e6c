import { expect, test } from 'vitest'
import { sources } from '@/db/schema/index'
import { rebuildFigures } from '@/lib/figures/roll-up/rebuild'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { NOWHERE } from '@/lib/figures/sources/source'
import { sourceId } from '@/lib/figures/sources/source-id'
import { figureSums } from '@/lib/figures/testing'
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

test('a source has one number however often it is met', () =>
  onCampaign(async (ctx) => {
    const ids = [await sourceId(ctx, source), await sourceId(ctx, source), await sourceId(ctx, NOWHERE)]
    expect(ids[0]).toBeGreaterThan(0)
    expect(ids).toEqual([ids[0], ids[0], 0])
  }))
