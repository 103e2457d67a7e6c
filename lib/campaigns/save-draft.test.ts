import { describe, expect, test } from 'vitest'
import { campaignContent } from '@/lib/content/content'
import { fieldsOf } from '@/lib/content/fields/fields'
import { firstCampaign } from '@/lib/content/first-campaign'
import { HOUR } from '@/lib/kernel/time/durations'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { onDraft } from './publishing/testing'
import { saveDraft } from './save-draft'
import { listVersions } from './versions'

describe('a draft', () => {
  test('is saved as the next version, with who and what in the audit', () =>
    onDraft(async ({ ctx, save, draft }) => {
      expect(await save({ title: 'Another title' })).toMatchObject({
        kind: 'saved',
        version: { number: 2, by: 'editor@example.org' },
      })
      expect((await draft()).content).toEqual({
        ...campaignContent.parse(firstCampaign.content),
        title: 'Another title',
      })
      expect(await auditOf(ctx, 'campaign.save')).toMatchObject([
        { actorKind: 'staff', before: { version: 1 }, after: { version: 2, fields: ['Title'] } },
      ])
    }))

  test('may have faults: nothing that is typed is lost', () =>
    onDraft(async ({ save, draft }) => {
      const title = 'x'.repeat(5000)
      await save({ title, story: [], asks: [] })
      expect(fieldsOf((await draft()).content)).toMatchObject({ title, story: [], asks: [] })
    }))

  test('that changes nothing adds no version', () =>
    onDraft(async ({ save, campaign, draft }) => {
      expect(await save({ title: campaign.content.title })).toMatchObject({ kind: 'unchanged', version: { number: 1 } })
      expect((await draft()).number).toBe(1)
    }))

  test('is refused to whoever may only see figures', () =>
    onDraft(async ({ ctx, campaign, draft }) => {
      const campaigner = await memberContext(ctx, 'campaigner')
      const { id: baseId } = await draft()
      expect(() => saveDraft(campaigner, { campaignId: campaign.id, baseId, edited: {} })).toThrow(/does not allow/)
    }))
})

describe('two editors', () => {
  test('who changed different things both keep theirs, and the second is told', () =>
    onDraft(async ({ ctx, campaign, draft, save }) => {
      const base = await draft()
      await save({ title: 'The first editor’s' })
      const second = await memberContext(ctx, 'admin')
      const outcome = await saveDraft(second, {
        campaignId: campaign.id,
        baseId: base.id,
        edited: { summary: 'The second’s.' },
      })
      expect(outcome).toMatchObject({ kind: 'saved', version: { number: 3 }, others: [{ name: 'Title' }] })
      expect((await draft()).content).toMatchObject({ title: 'The first editor’s', summary: 'The second’s.' })
    }))

  test('who changed the same are asked, field by field, and nothing is saved before they have chosen', () =>
    onDraft(async ({ ctx, campaign, draft, save }) => {
      const base = await draft()
      await save({ title: 'The first editor’s', 'share.text': 'Also the first’s' })
      const second = await memberContext(ctx, 'admin')
      const mine = { campaignId: campaign.id, baseId: base.id, edited: { title: 'The second’s' } }
      const asked = await saveDraft(second, mine)
      expect(asked).toMatchObject({ kind: 'conflict', units: ['title'], latest: { by: 'editor@example.org' } })
      expect(asked.kind === 'conflict' && asked.others.map(({ name }) => name)).toEqual(['Title', 'Text'])
      expect((await draft()).number).toBe(2)
      await saveDraft(second, { ...mine, choices: { title: 'mine' } })
      expect((await draft()).content).toMatchObject({ title: 'The second’s', share: { text: 'Also the first’s' } })
    }))
})

test('a save that is sent twice is one change, also where somebody else saved in between', () =>
  onDraft(async ({ ctx, campaign, draft, save }) => {
    const base = await draft()
    const mine = { campaignId: campaign.id, baseId: base.id, edited: { title: 'Sent twice', summary: 'The same.' } }
    await saveDraft(ctx, mine)
    expect(await saveDraft(ctx, mine)).toMatchObject({ kind: 'unchanged', version: { number: 2 } })
    await save({ 'share.text': 'Another’s' })
    const again = { ...mine, edited: { ...mine.edited, story: ['Written anew.'] } }
    const outcome = await saveDraft(ctx, again)
    expect(outcome.kind === 'saved' && outcome.others.map(({ name }) => name)).toEqual(['Text'])
  }))

test('the list of versions folds one person’s saves of an hour together, and keeps what went live by itself', () =>
  onDraft(async ({ ctx, campaign, save }) => {
    for (const title of ['A', 'B', 'C']) await save({ title })
    ctx.setNow(new Date(ctx.now().getTime() + 3 * HOUR))
    await save({ title: 'D' })
    const { versions, older } = await listVersions(ctx, campaign.id)
    expect(versions.map(({ number, folded, by }) => [number, folded.map((save) => save.number), by])).toEqual([
      [5, [], 'editor@example.org'],
      [4, [3, 2], 'editor@example.org'],
      [1, [], 'the installation'],
    ])
    expect(older).toBeNull()
    const pages = [await listVersions(ctx, campaign.id, { most: 2 })]
    pages.push(await listVersions(ctx, campaign.id, { most: 2, from: pages[0]?.older ?? null }))
    const saves = pages.flatMap((page) =>
      page.versions.flatMap((one) => [one.number, ...one.folded.map((save) => save.number)]),
    )
    expect(saves).toEqual([5, 4, 3, 2])
    expect(pages.at(-1)?.older).toBe(1)
    expect(versions.at(-1)?.publishedAt).toEqual(new Date('2026-11-10T12:00:00Z'))
  }))
