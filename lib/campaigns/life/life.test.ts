import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { campaigns, campaignVersions } from '@/db/schema/index'
import { createCampaign } from '@/lib/campaigns/create'
import { findStaffCampaign } from '@/lib/campaigns/find-for-staff'
import { publishDraft } from '@/lib/campaigns/publishing/publish'
import { publishScheduled, schedulePublishing } from '@/lib/campaigns/publishing/schedule'
import { type Editing, onDraft } from '@/lib/campaigns/publishing/testing'
import { latestVersion } from '@/lib/campaigns/versions'
import { campaignSlugOf, findCampaign } from '@/lib/content/find-campaign'
import { editorParts } from '@/lib/content/parts'
import { deliverLetter } from '@/lib/delivery/testing'
import { outcomeOf } from '@/lib/figures/public/outcome'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { HOUR } from '@/lib/kernel/time/durations'
import { confirmedLetter, letterRow } from '@/lib/letters/testing'
import { createApiKey } from '@/lib/staff/api-keys/create'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { closingWords, setClosingWords } from './closing-words'
import { deleteCampaign } from './delete-campaign'
import { setCampaignState } from './set-state'
import { standingOf } from './standing'

const drafted = async ({ editor }: Editing, from = '') => {
  const made = await createCampaign(editor, { slug: 'a-draft', goal: 10, from })
  if (made === 'taken') throw new Error('The address is taken.')
  return made.id
}
const stateOf = async (ctx: Editing['ctx'], id: string) => (await findStaffCampaign(ctx, id))?.state

test('a campaign is taken down and comes back by publishing; its letters go on, and when it first went live stays', () =>
  onDraft(async ({ ctx, editor, campaign, draft }) => {
    const { id } = await confirmedLetter(ctx, campaign)
    expect(await standingOf(ctx, campaign.id)).toMatchObject({ waiting: 1, unconfirmed: 0, hadLetters: true })
    expect(await setCampaignState(editor, campaign.id, { do: 'unpublish' })).toBe('done')
    expect(await findCampaign(ctx, campaign.slug)).toBeNull()
    expect(await campaignSlugOf(ctx, campaign.id)).toBe(campaign.slug)
    expect(await findStaffCampaign(ctx, campaign.id)).toMatchObject({ state: 'unpublished', live: null })
    await deliverLetter(ctx, id)
    expect((await letterRow(ctx, id)).state).toBe('accepted')
    const first = ctx.now()
    ctx.setNow(new Date(first.getTime() + HOUR))
    const versionId = (await draft()).id
    expect(await publishDraft(editor, { campaignId: campaign.id, versionId, note: '' })).toEqual({ kind: 'published' })
    expect(await findCampaign(ctx, campaign.slug)).not.toBeNull()
    expect(await findStaffCampaign(ctx, campaign.id)).toMatchObject({ state: 'live', firstLiveAt: first })
  }))

test('what a state does not allow changes nothing', () =>
  onDraft(async (editing) => {
    const { ctx, editor, campaign } = editing
    const id = await drafted(editing)
    for (const act of ['resume', 'reopen', 'archive', 'unarchive'] as const) {
      expect(await setCampaignState(editor, campaign.id, { do: act })).toBe('not-now')
    }
    for (const act of ['close', 'unpublish', 'reopen', 'unarchive'] as const) {
      expect(await setCampaignState(editor, id, { do: act })).toBe('not-now')
    }
    expect(await deleteCampaign(editor, campaign.id)).toBe('not-now')
    expect([await stateOf(ctx, campaign.id), await stateOf(ctx, id)]).toEqual(['live', 'draft'])
    expect(await auditOf(ctx, 'campaign.close')).toEqual([])
  }))

test('of what is archived nothing goes live until it is taken out, and what was to go live is called off', () =>
  onDraft(async ({ ctx, editor, campaign, draft, save }) => {
    await setCampaignState(editor, campaign.id, { do: 'close' })
    await save({ title: 'For later' })
    const at = new Date(ctx.now().getTime() + HOUR)
    const { id: versionId } = await draft()
    await schedulePublishing(editor, { campaignId: campaign.id, versionId, at })
    expect(await setCampaignState(editor, campaign.id, { do: 'archive' })).toBe('done')
    ctx.setNow(at)
    await publishScheduled(ctx, campaign.id)
    const asked = { campaignId: campaign.id, versionId, note: '' }
    expect(await publishDraft(editor, asked)).toMatchObject({ kind: 'faulty', installation: /archived/ })
    expect(await schedulePublishing(editor, { ...asked, at })).toMatchObject({ kind: 'faulty' })
    expect((await findCampaign(ctx, campaign.slug))?.content.title).toBe(campaign.content.title)
    await setCampaignState(editor, campaign.id, { do: 'unarchive' })
    expect(await stateOf(ctx, campaign.id)).toBe('closed')
  }))

test('a draft is deleted with all its versions, and its scheduled publishing finds nothing', () =>
  onDraft(async (editing) => {
    const { ctx, editor, campaign } = editing
    const id = await drafted(editing, campaign.id)
    const versionId = (await latestVersion(ctx, id))?.id ?? ''
    const at = new Date(ctx.now().getTime() + HOUR)
    const meant = editorParts.map((part) => part.id)
    const asked = { campaignId: id, versionId, at, meant }
    expect(await schedulePublishing(editor, asked)).toEqual({ kind: 'scheduled' })
    expect(await deleteCampaign(editor, id)).toBe('done')
    ctx.setNow(at)
    await publishScheduled(ctx, id)
    expect(await ctx.db.$count(campaigns, eq(campaigns.id, id))).toBe(0)
    expect(await ctx.db.$count(campaignVersions, eq(campaignVersions.campaignId, id))).toBe(0)
    expect(await auditOf(ctx, 'campaign.delete')).toMatchObject([{ before: { slug: 'a-draft' } }])
    await expect(deleteCampaign(editor, id)).rejects.toThrow(/no such campaign/)
  }))

test('a campaign that has had a letter is never deleted, nor one that something of an administrator’s is for', () =>
  onDraft(async (editing) => {
    const { ctx, editor, campaign } = editing
    await confirmedLetter(ctx, campaign)
    await setCampaignState(editor, campaign.id, { do: 'unpublish' })
    expect(await deleteCampaign(editor, campaign.id)).toBe('has-letters')
    await expect(
      ctx.db.transaction((tx) => tx.delete(campaignVersions).where(eq(campaignVersions.campaignId, campaign.id))),
    ).rejects.toThrow()
    const id = await drafted(editing)
    const admin = await memberContext(ctx, 'admin')
    await createApiKey(admin, {
      name: 'A site',
      campaign: { id, slug: 'a-draft' },
      scopes: ['figures:read'],
      lastDay: null,
    })
    expect(await deleteCampaign(editor, id)).toBe('in-use')
    expect(await stateOf(ctx, id)).toBe('draft')
  }))

test('a closed campaign says what staff say of it, and what came of its letters', () =>
  onDraft(async ({ ctx, editor, campaign }) => {
    const { id } = await confirmedLetter(ctx, campaign)
    await deliverLetter(ctx, id)
    await rollUp(ctx)
    await setClosingWords(editor, campaign.id, closingWords.parse(' Thank you.\r\n\r\n\r\nThe debate was on Monday. '))
    expect((await findCampaign(ctx, campaign.slug))?.closingWords).toBe('Thank you.\n\nThe debate was on Monday.')
    expect(await outcomeOf(ctx, campaign.id)).toEqual({ sent: 1, constituencies: 1, answers: null })
    await setClosingWords(editor, campaign.id, closingWords.parse(' \n\n '))
    expect((await findCampaign(ctx, campaign.slug))?.closingWords).toBeNull()
    expect(closingWords.safeParse('x'.repeat(2001)).success).toBe(false)
  }))

test('refuses whoever may only see figures', () =>
  onDraft(async ({ ctx, campaign }) => {
    const campaigner = await memberContext(ctx, 'campaigner')
    await expect(deleteCampaign(campaigner, campaign.id)).rejects.toThrow(/does not allow/)
    expect(() => setClosingWords(campaigner, campaign.id, '')).toThrow(/does not allow/)
  }))
