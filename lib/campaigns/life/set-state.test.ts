import { expect, test } from 'vitest'
import { findStaffCampaign } from '@/lib/campaigns/find-for-staff'
import { onDraft } from '@/lib/campaigns/publishing/testing'
import { setCampaignSettings } from '@/lib/campaigns/set-settings'
import { findCampaign, isClosedToWriting, liveCampaigns } from '@/lib/content/find-campaign'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { setCampaignState } from './set-state'

test('a paused campaign stays, says why, and takes no letters until it goes on', () =>
  onDraft(async ({ ctx, editor, campaign }) => {
    await setCampaignState(editor, campaign.id, { do: 'pause', why: 'We check a fact.' })
    const paused = await findCampaign(ctx, campaign.slug)
    expect(paused?.pausedWhy).toBe('We check a fact.')
    expect(paused && isClosedToWriting(paused, ctx.now())).toBe(true)
    expect((await findStaffCampaign(ctx, campaign.id))?.state).toBe('paused')
    await setCampaignState(editor, campaign.id, { do: 'resume' })
    const resumed = await findCampaign(ctx, campaign.slug)
    expect(resumed && isClosedToWriting(resumed, ctx.now())).toBe(false)
    expect(await auditOf(ctx, 'campaign.pause')).toMatchObject([{ after: { pausedWhy: 'We check a fact.' } }])
  }))

test('a closed campaign keeps its page and leaves the list; it can be opened again', () =>
  onDraft(async ({ ctx, editor, campaign }) => {
    await setCampaignState(editor, campaign.id, { do: 'close' })
    expect((await findStaffCampaign(ctx, campaign.id))?.state).toBe('closed')
    expect(await findCampaign(ctx, campaign.slug)).not.toBeNull()
    expect(await liveCampaigns(ctx)).toEqual([])
    await setCampaignState(editor, campaign.id, { do: 'reopen' })
    expect(await liveCampaigns(ctx)).toHaveLength(1)
  }))

test('nobody sees a campaign before it opens', () =>
  onDraft(async ({ ctx, editor, campaign }) => {
    const opens = new Date(ctx.now().getTime() + 60_000)
    await setCampaignSettings(editor, campaign.id, { slug: campaign.slug, goal: 5, opens, closes: null })
    expect(await findCampaign(ctx, campaign.slug)).toBeNull()
    expect((await findStaffCampaign(ctx, campaign.id))?.state).toBe('draft')
    ctx.setNow(opens)
    expect((await findCampaign(ctx, campaign.slug))?.goal).toBe(5)
  }))

test('the dates of what is live do not take it away, and nothing of what is archived is set', () =>
  onDraft(async ({ ctx, editor, campaign }) => {
    const settings = { slug: campaign.slug, goal: 5, opens: null, closes: null }
    expect(await setCampaignSettings(editor, campaign.id, settings)).toBe('saved')
    expect(await findCampaign(ctx, campaign.slug)).not.toBeNull()
    await setCampaignState(editor, campaign.id, { do: 'close' })
    // What would open it again is asked first.
    const later = new Date(ctx.now().getTime() + 60_000)
    for (const closes of [null, later]) {
      expect(await setCampaignSettings(editor, campaign.id, { ...settings, closes })).toBe('closed')
    }
    const closed = { ...settings, goal: 6, closes: (await findStaffCampaign(ctx, campaign.id))?.closedAt ?? null }
    expect(await setCampaignSettings(editor, campaign.id, closed)).toBe('saved')
    expect((await findStaffCampaign(ctx, campaign.id))?.state).toBe('closed')
    await setCampaignState(editor, campaign.id, { do: 'archive' })
    expect(await setCampaignSettings(editor, campaign.id, settings)).toBe('archived')
  }))

test('refuses whoever may only see figures', () =>
  onDraft(async ({ ctx, campaign }) => {
    const campaigner = await memberContext(ctx, 'campaigner')
    expect(() => setCampaignState(campaigner, campaign.id, { do: 'close' })).toThrow(/does not allow/)
  }))
