import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { campaigns } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { listCampaigns } from '@/lib/campaigns/list'
import { firstCampaign } from '@/lib/content/first-campaign'
import type { Context } from '@/lib/kernel/context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { publishFirstCampaign } from './publish-first-campaign'

const real = (ctx: Context): Context => ({ ...ctx, env: { ...ctx.env, mailIsLocal: false } })
const states = async (ctx: Context) => (await listCampaigns(ctx)).map(({ slug, state }) => [slug, state])

test('on a new installation the sample is live where mail stays here, and a draft where it is real; it comes once', () =>
  rolledBack(async (ctx) => {
    await testDatabase()
    await publishFirstCampaign(real(ctx))
    await publishFirstCampaign(real(ctx))
    expect(await states(ctx)).toEqual([[firstCampaign.slug, 'draft']])
    await publishFirstCampaign(ctx)
    expect(await states(ctx)).toEqual([[firstCampaign.slug, 'draft']])
    await ctx.db.update(campaigns).set({ slug: 'renamed' }).where(eq(campaigns.slug, firstCampaign.slug))
    await publishFirstCampaign(ctx)
    expect(await states(ctx)).toEqual([['renamed', 'draft']])
  }))
