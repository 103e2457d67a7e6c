import { expect, test } from 'vitest'
import { memberContext } from '@/lib/staff/testing'
import { createCampaign } from './create'
import { campaignFilter, findListed } from './find-listed'
import { setCampaignState } from './life/set-state'
import { listCampaigns } from './list'
import { onDraft } from './publishing/testing'

const found = async (ctx: Parameters<typeof findListed>[0], query: object) =>
  findListed(ctx, campaignFilter.parse(query))

test('the list of campaigns is found by words, by state, in an order, page by page; the archive is apart', () =>
  onDraft(async ({ ctx, editor, campaign }) => {
    const ids: string[] = []
    for (let at = 0; at < 60; at += 1) {
      const slug = `library-${String(at).padStart(2, '0')}`
      const made = await createCampaign(editor, { slug, goal: 10, from: '' })
      if (made !== 'taken') ids.push(made.id)
    }
    const first = await found(ctx, { sort: 'title' })
    expect(first).toMatchObject({ total: 61, page: 1, pages: 3, byState: { draft: 60, live: 1, archived: 0 } })
    expect(first.campaigns).toHaveLength(25)
    expect(first.campaigns[0]?.slug).toBe(campaign.slug)
    expect((await found(ctx, { sort: 'title', way: 'down' })).campaigns[0]?.slug).toBe('library-59')
    expect((await found(ctx, { page: '99' })).page).toBe(3)
    const words = await found(ctx, { find: ' LIBRARY-1 ' })
    expect(words).toMatchObject({ total: 10, byState: { draft: 10, live: 0 } })
    expect((await found(ctx, { state: 'live' })).campaigns.map(({ id }) => id)).toEqual([campaign.id])
    await setCampaignState(editor, ids[0] ?? '', { do: 'archive' })
    expect((await found(ctx, {})).total).toBe(60)
    expect((await found(ctx, { state: 'archived' })).campaigns.map(({ id }) => id)).toEqual([ids[0]])
    expect(
      (await found(ctx, { state: 'nonsense', sort: 'x', way: '!', page: '-1', find: 'x'.repeat(999) })).total,
    ).toBe(60)
  }))

test('a campaigner is shown no campaign that the public has not seen, in any list', () =>
  onDraft(async ({ ctx, editor, campaign }) => {
    await createCampaign(editor, { slug: 'secret', goal: 10, from: '' })
    const slugs = async (role: 'campaigner' | 'editor') =>
      (await listCampaigns(await memberContext(ctx, role, `${crypto.randomUUID()}@example.org`))).map(
        ({ slug }) => slug,
      )
    expect((await slugs('editor')).sort()).toEqual([campaign.slug, 'secret'])
    expect(await slugs('campaigner')).toEqual([campaign.slug])
    await setCampaignState(editor, campaign.id, { do: 'unpublish' })
    expect(await slugs('campaigner')).toEqual([campaign.slug])
  }))
