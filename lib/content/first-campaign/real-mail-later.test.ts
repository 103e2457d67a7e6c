import { expect, test } from 'vitest'
import { listCampaigns } from '@/lib/campaigns/list'
import { publishDraft } from '@/lib/campaigns/publishing/publish'
import { onDraft } from '@/lib/campaigns/publishing/testing'
import type { Context } from '@/lib/kernel/context'
import { confirmedLetter } from '@/lib/letters/testing'
import { publishFirstCampaign } from './publish-first-campaign'

const real = (ctx: Context): Context => ({ ...ctx, env: { ...ctx.env, mailIsLocal: false } })
const states = async (ctx: Context) => (await listCampaigns(ctx)).map(({ state }) => state)

test('where real mail is set later, the sample is taken down unless somebody has chosen it or written in it', () =>
  onDraft(async ({ ctx, editor, campaign, draft }) => {
    const state = () => states(ctx)
    await publishFirstCampaign(ctx)
    expect(await state()).toEqual(['live'])
    await publishFirstCampaign(real(ctx))
    expect(await state()).toEqual(['unpublished'])
    const versionId = (await draft()).id
    expect(await publishDraft(editor, { campaignId: campaign.id, versionId, note: '' })).toEqual({ kind: 'published' })
    await publishFirstCampaign(real(ctx))
    expect(await state()).toEqual(['live'])
  }))

test('where somebody has written in the sample, it stays', () =>
  onDraft(async ({ ctx, campaign }) => {
    await confirmedLetter(ctx, campaign)
    await publishFirstCampaign(real(ctx))
    expect(await states(ctx)).toEqual(['live'])
  }))
