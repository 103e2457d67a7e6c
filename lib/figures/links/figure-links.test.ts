import { expect, test } from 'vitest'
import { figureLinks } from '@/db/schema/index'
import { DAY } from '@/lib/kernel/time/durations'
import { onCampaign } from '@/lib/letters/testing'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { endFigureLink, findFigureLink, giveFigureLink, LINK_DAYS, listFigureLinks } from './figure-links'

test('a link shows its campaign until it is called back; only a hash of it is kept', () =>
  onCampaign(async (ctx, campaign) => {
    const member = await memberContext(ctx, 'campaigner')
    const secret = (await giveFigureLink(member, { campaignId: campaign.id, name: 'The trustees' })) ?? ''
    expect(await findFigureLink(ctx, secret)).toEqual({ slug: campaign.slug })
    const [row] = await ctx.db.select().from(figureLinks)
    expect(JSON.stringify(row)).not.toContain(secret)
    expect(JSON.stringify(await auditOf(ctx, 'figures.link'))).not.toContain(secret)
    const [listed] = await listFigureLinks(member)
    expect(listed).toMatchObject({ name: 'The trustees', campaignId: campaign.id })
    await endFigureLink(member, listed?.id ?? '')
    expect(await findFigureLink(ctx, secret)).toBeNull()
    expect(await listFigureLinks(member)).toEqual([])
    expect(await auditOf(ctx, 'figures.end-link')).toHaveLength(1)
    await endFigureLink(member, listed?.id ?? '')
    expect(await auditOf(ctx, 'figures.end-link')).toHaveLength(1)
  }))

test('a link runs out, and what is no link finds nothing', () =>
  onCampaign(async (ctx, campaign) => {
    const member = await memberContext(ctx, 'admin')
    const secret = (await giveFigureLink(member, { campaignId: campaign.id, name: 'A partner' })) ?? ''
    for (const other of ['', 'x', secret.slice(1), `${secret}A`, secret.toUpperCase()])
      expect(await findFigureLink(ctx, other)).toBeNull()
    ctx.setNow(new Date(ctx.now().getTime() + LINK_DAYS * DAY))
    expect(await findFigureLink(ctx, secret)).toBeNull()
  }))

test('refuses whoever is not on the team', () =>
  onCampaign(async (ctx, campaign) => {
    const supporter = { ...ctx, actor: { kind: 'supporter' as const } }
    await expect(
      (async () => giveFigureLink(supporter, { campaignId: campaign.id, name: 'x' }))(),
    ).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(listFigureLinks(supporter)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect((async () => endFigureLink(supporter, campaign.id))()).rejects.toMatchObject({ code: 'not-allowed' })
  }))
