import { expect, test } from 'vitest'
import { createCampaign } from '@/lib/campaigns/create'
import { saveDraft } from '@/lib/campaigns/save-draft'
import { latestVersion } from '@/lib/campaigns/versions'
import { HOUR } from '@/lib/kernel/time/durations'
import { publishDraft } from './publish'
import { makeLive } from './restore'
import { schedulePublishing } from './schedule'
import { onDraft } from './testing'
import { unchangedCopy } from './unchanged-copy'

test('a copy goes live with parts as they were only for whoever names each of them; a blank one and a later version need not', () =>
  onDraft(async ({ ctx, editor, campaign }) => {
    const made = await createCampaign(editor, { slug: 'libraries', goal: 5, from: campaign.id })
    const campaignId = made === 'taken' ? '' : made.id
    const draft = async () => {
      const version = await latestVersion(ctx, campaignId)
      if (!version) throw new Error('There is no draft.')
      return version
    }
    const unchanged = async () =>
      (await unchangedCopy(ctx, campaignId, (await draft()).content))?.parts.map(({ id }) => id) ?? []
    const asked = async () => ({ campaignId, versionId: (await draft()).id, note: '' })
    const at = new Date(ctx.now().getTime() + HOUR)
    expect(await unchanged()).toEqual(expect.arrayContaining(['summary', 'asks', 'letter']))
    expect(await publishDraft(editor, await asked())).toMatchObject({ kind: 'unchanged-copy' })
    expect(await schedulePublishing(editor, { ...(await asked()), at })).toMatchObject({ kind: 'unchanged-copy' })
    expect(await makeLive(editor, { campaignId, number: 1, liveId: '' })).toMatchObject({ kind: 'unchanged-copy' })
    await saveDraft(editor, { campaignId, baseId: (await draft()).id, edited: { title: 'Save our libraries' } })
    const meant = await unchanged()
    expect(meant).not.toContain('summary')
    const all = await asked()
    expect(await publishDraft(editor, { ...all, meant: meant.slice(1) })).toMatchObject({ kind: 'unchanged-copy' })
    expect(await publishDraft(editor, { ...all, meant })).toEqual({ kind: 'published' })
    expect(await unchanged()).toEqual([])
  }))
