import { describe, expect, test } from 'vitest'
import { fieldsOf } from '@/lib/content/fields/fields'
import { memberContext } from '@/lib/staff/testing'
import { onDraft } from './publishing/testing'
import { saveDraft } from './save-draft'
import { turnBack, turnsAfter, turnsOffered } from './undo'

describe('an editor’s own changes', () => {
  test('are taken back one by one, and brought again, until something new is changed', () =>
    onDraft(async ({ editor, campaign, save, draft }) => {
      const title = async () => fieldsOf((await draft()).content).title
      const turn = (which: 'undo' | 'redo') => turnBack(editor, campaign.id, which)
      for (const one of ['One', 'Two', 'Three']) await save({ title: one })
      const seen = []
      for (const which of ['undo', 'undo', 'redo', 'undo', 'undo'] as const) {
        expect(await turn(which)).toMatchObject({ kind: 'turned', names: ['Title'], part: 'summary' })
        seen.push(await title())
      }
      expect(seen).toEqual(['Two', 'One', 'Two', 'One', campaign.content.title])
      expect(await turn('undo')).toEqual({ kind: 'nothing' })
      expect(await turnsOffered(editor, campaign.id)).toMatchObject({ undo: null, redo: { names: ['Title'] } })
      await save({ title: 'Four' })
      expect((await turnsOffered(editor, campaign.id)).redo).toBeNull()
      expect(await turn('redo')).toEqual({ kind: 'nothing' })
      await turn('undo')
      expect(await title()).toBe(campaign.content.title)
    }))

  test('an ask that was taken out comes back whole, in its place', () =>
    onDraft(async ({ editor, campaign, save, draft }) => {
      const before = (await draft()).content
      await save({ asks: ['ceasefire', 'talks'] })
      expect(await turnBack(editor, campaign.id, 'undo')).toMatchObject({ kind: 'turned', part: 'asks' })
      expect((await draft()).content).toEqual(before)
    }))

  test('are taken back beside what somebody else has changed since, and not over it', () =>
    onDraft(async ({ ctx, editor, campaign, save, draft }) => {
      await save({ title: 'Mine', summary: 'Mine as well.' })
      const other = await memberContext(ctx, 'admin')
      const also = async (edited: object) =>
        saveDraft(other, { campaignId: campaign.id, baseId: (await draft()).id, edited: { ...edited } })
      await also({ 'share.text': 'Theirs' })
      expect((await turnsOffered(other, campaign.id)).undo?.names).toEqual(['Text'])
      expect(await turnBack(editor, campaign.id, 'undo')).toMatchObject({ kind: 'turned' })
      expect((await draft()).content).toMatchObject({ title: campaign.content.title, share: { text: 'Theirs' } })
      await turnBack(editor, campaign.id, 'redo')
      await also({ title: 'Theirs now' })
      expect(await turnBack(editor, campaign.id, 'undo')).toMatchObject({ kind: 'conflict' })
      expect((await draft()).content).toMatchObject({ title: 'Theirs now', summary: 'Mine as well.' })
    }))

  test('are refused to whoever may only see figures', () =>
    onDraft(async ({ ctx, campaign }) => {
      const campaigner = await memberContext(ctx, 'campaigner')
      expect(() => turnBack(campaigner, campaign.id, 'undo')).toThrow(/does not allow/)
    }))
})

test('ten changes can be taken back at most, and the making of the campaign never', () => {
  const own = [1, ...Array.from({ length: 14 }, (_, at) => at + 2)].map((number) => ({ number, undoes: null }))
  const undone: { number: number; undoes: number | null }[] = []
  for (;;) {
    const { undo } = turnsAfter([...own, ...undone])
    if (undo === null) break
    undone.push({ number: 16 + undone.length, undoes: undo })
  }
  expect(undone.map(({ undoes }) => undoes)).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6])
  expect(turnsAfter([{ number: 1, undoes: null }]).undo).toBeNull()
})
