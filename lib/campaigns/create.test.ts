import { expect, test } from 'vitest'
import { fieldsOf } from '@/lib/content/fields/fields'
import { findCampaign, liveCampaigns } from '@/lib/content/find-campaign'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { createCampaign } from './create'
import { listCampaigns } from './list'
import { onDraft } from './publishing/testing'
import { latestVersion } from './versions'

const made = (outcome: { id: string } | 'taken') => {
  if (outcome === 'taken') throw new Error('The address is taken.')
  return outcome.id
}

test('a copy has the draft of the other campaign, and nobody sees it', () =>
  onDraft(async ({ ctx, editor, campaign, save }) => {
    await save({ title: 'Not live yet' })
    const id = made(await createCampaign(editor, { slug: 'a-copy', goal: 50, from: campaign.id }))
    expect(await latestVersion(ctx, id)).toMatchObject({
      number: 1,
      note: 'Copied from “Not live yet”, version 2',
      content: { title: 'Not live yet' },
    })
    expect(await findCampaign(ctx, 'a-copy')).toBeNull()
    expect(await liveCampaigns(ctx)).toHaveLength(1)
    const listed = new Map((await listCampaigns(ctx)).map((each) => [each.slug, each]))
    expect(listed.get(campaign.slug)).toMatchObject({ title: campaign.content.title, draft: 2, version: 1 })
    expect(listed.get('a-copy')).toMatchObject({ title: 'Not live yet', draft: 1, version: null })
    expect(await auditOf(ctx, 'campaign.create')).toMatchObject([{ after: { slug: 'a-copy', goal: 50 } }])
  }))

test('a blank one has what is true of every campaign here, and places to fill in', () =>
  onDraft(async ({ ctx, editor }) => {
    const id = made(await createCampaign(editor, { slug: 'blank', goal: 50, from: '' }))
    const leaves = fieldsOf((await latestVersion(ctx, id))?.content)
    expect(leaves).toMatchObject({ title: '', asks: [], concerns: [], prompts: ['touched', 'why', 'answer'] })
    expect(JSON.stringify(leaves)).not.toMatch(/HART|Artsakh|Karabakh/)
    expect(String(leaves['consent.wording'])).not.toBe('')
  }))

test('an address in use is refused, and makes nothing', () =>
  onDraft(async ({ ctx, editor, campaign }) => {
    expect(await createCampaign(editor, { slug: campaign.slug, goal: 50, from: '' })).toBe('taken')
    expect(await listCampaigns(ctx)).toHaveLength(1)
  }))

test('refuses whoever may only see figures', () =>
  onDraft(async ({ ctx }) => {
    const campaigner = await memberContext(ctx, 'campaigner')
    expect(() => createCampaign(campaigner, { slug: 'x', goal: 5, from: '' })).toThrow(/does not allow/)
  }))
