import { expect, test } from 'vitest'
import { onDraft } from '@/lib/campaigns/publishing/testing'
import { DAY } from '@/lib/kernel/time/durations'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { endPreviewLinks, givenPreviewLinks, givePreviewLink, readPreviewLink, wasCalledBack } from './preview-link'

test('links that were given out are listed, and end all at once when they are called back; later ones work', () =>
  onDraft(async ({ ctx, editor, campaign, draft }) => {
    const { id: versionId, number } = await draft()
    const shown = { campaignId: campaign.id, versionId, number }
    const untilOf = (link: string) => {
      const read = readPreviewLink(ctx, link)
      if (!read || read === 'expired') throw new Error('The link does not read.')
      return read.until
    }
    const first = untilOf(await givePreviewLink(editor, shown))
    expect(await givenPreviewLinks(editor, campaign.id)).toMatchObject([{ version: number, until: first }])
    expect(await wasCalledBack(ctx, campaign.id, first)).toBe(false)
    ctx.setNow(new Date(ctx.now().getTime() + DAY))
    await endPreviewLinks({ ...editor, now: ctx.now }, campaign.id)
    expect(await wasCalledBack(ctx, campaign.id, first)).toBe(true)
    expect(await wasCalledBack(ctx, crypto.randomUUID(), first)).toBe(false)
    expect(await givenPreviewLinks(editor, campaign.id)).toEqual([])
    expect(await auditOf(ctx, 'campaign.end-preview-links')).toMatchObject([{ actorKind: 'staff' }])
    ctx.setNow(new Date(ctx.now().getTime() + 1))
    const later = untilOf(await givePreviewLink({ ...editor, now: ctx.now }, shown))
    expect(await wasCalledBack(ctx, campaign.id, later)).toBe(false)
    ctx.setNow(new Date(ctx.now().getTime() + 7 * DAY))
    expect(await givenPreviewLinks({ ...editor, now: ctx.now }, campaign.id)).toEqual([])
  }))

test('refuses a campaigner', () =>
  onDraft(async ({ ctx, campaign }) => {
    const member = await memberContext(ctx, 'campaigner', 'c@example.org')
    await expect((async () => endPreviewLinks(member, campaign.id))()).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(givenPreviewLinks(member, campaign.id)).rejects.toMatchObject({ code: 'not-allowed' })
  }))
