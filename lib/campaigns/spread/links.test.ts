import { expect, test } from 'vitest'
import { createCampaign } from '@/lib/campaigns/create'
import { findStaffCampaign } from '@/lib/campaigns/find-for-staff'
import { onDraft } from '@/lib/campaigns/publishing/testing'
import type { Context } from '@/lib/kernel/context'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { listLinks, makeLink, newLink, removeLink } from './links'
import { mayBeSpread } from './may-be-spread'

test('a link is made for somebody, before launch as well, kept once, listed with what came by it, and taken off the list', () =>
  onDraft(async ({ ctx, editor }) => {
    const made = await createCampaign(editor, { slug: 'not-live', goal: 5, from: '' })
    const id = made === 'taken' ? '' : made.id
    const asked = newLink.parse({ name: ' Library  Trust, News ', channel: 'email' })
    expect(await makeLink(editor, id, asked)).toBe('made')
    expect(await makeLink(editor, id, asked)).toBe('there')
    expect(await makeLink(editor, id, { ...asked, channel: 'print' })).toBe('made')
    const [, link] = await listLinks(ctx, id)
    expect((await listLinks(ctx, id)).map(({ utmMedium }) => utmMedium).sort()).toEqual(['email', 'print'])
    expect(link).toMatchObject({
      ...{ name: 'Library Trust, News', utmSource: 'library trust, news', by: 'editor@example.org' },
      ...{ viewed: 0, supporters: 0 },
    })
    await removeLink(editor, id, link?.id ?? '')
    expect(await listLinks(ctx, id)).toHaveLength(1)
    expect(await auditOf(ctx, 'campaign.link-remove')).toMatchObject([{ before: { name: 'Library Trust, News' } }])
  }))

test.each(['', 'sam@example.org', 'call 07700900123', 'x'.repeat(101)])('a link is not named %j', (name) => {
  expect(newLink.safeParse({ name, channel: 'link' }).success).toBe(false)
})

test('a campaigner spreads what is live, and knows of nothing else', () =>
  onDraft(async ({ ctx, editor, campaign }) => {
    const made = await createCampaign(editor, { slug: 'secret', goal: 5, from: '' })
    const campaigner = await memberContext(ctx, 'campaigner')
    const may = async (who: Context, id: string) => {
      const found = await findStaffCampaign(ctx, id)
      return found && mayBeSpread(who, found)
    }
    const id = made === 'taken' ? '' : made.id
    expect(await may(campaigner, id)).toBe(false)
    expect(await may(editor, id)).toBe(true)
    expect(await may(campaigner, campaign.id)).toBe(true)
  }))
