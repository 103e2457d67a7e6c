import { describe, expect, test } from 'vitest'
import { type ContentFields, contentOf, fieldsOf } from '@/lib/content/fields/fields'
import { firstCampaign } from '@/lib/content/first-campaign'
import { mergeFields } from './merge'

const { content } = firstCampaign
const base = fieldsOf(content)
const ids = content.asks.map(({ id }) => id)
const changed = (more: ContentFields): ContentFields => ({ ...base, ...more })
/** Without an ask, and without its fields. */
const without = (id: string) => fieldsOf(contentOf({ ...base, asks: ids.filter((each) => each !== id) }, content))

describe('two sets of changes', () => {
  test('to different fields are both kept', () => {
    const { merged, conflicts } = mergeFields(base, changed({ title: 'Mine' }), changed({ summary: 'Theirs' }))
    expect(conflicts).toEqual([])
    expect(merged).toEqual(changed({ title: 'Mine', summary: 'Theirs' }))
  })

  test('that are the same are no conflict', () => {
    const same = changed({ title: 'The same' })
    expect(mergeFields(base, same, same)).toEqual({ merged: same, conflicts: [] })
  })

  test('to one field wait for a choice', () => {
    const [mine, theirs] = [changed({ title: 'Mine' }), changed({ title: 'Theirs', 'share.text': 'Also theirs' })]
    expect(mergeFields(base, mine, theirs).conflicts).toEqual(['title'])
    expect(mergeFields(base, mine, theirs, { title: 'mine' })).toEqual({
      merged: changed({ title: 'Mine', 'share.text': 'Also theirs' }),
      conflicts: [],
    })
    expect(mergeFields(base, mine, theirs, { title: 'theirs' }).merged).toEqual(theirs)
  })

  test('to one ask’s fields are put together by the ask, wherever it stands', () => {
    const [first = '', second = '', ...rest] = ids
    const mine = changed({ [`asks.${first}.title`]: 'Mine' })
    const theirs = changed({ asks: [second, first, ...rest], [`asks.${first}.summary`]: 'Theirs.' })
    const { merged, conflicts } = mergeFields(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(merged).toMatchObject({
      asks: [second, first, ...rest],
      [`asks.${first}.title`]: 'Mine',
      [`asks.${first}.summary`]: 'Theirs.',
    })
  })

  test('to a list of questions are a choice between the whole lists', () => {
    const mine = changed({ 'questions.0.answer': 'Mine' })
    const theirs = changed({ 'questions.1.answer': 'Theirs' })
    expect(mergeFields(base, mine, theirs).conflicts).toEqual(['questions'])
    expect(mergeFields(base, mine, theirs, { questions: 'mine' }).merged).toEqual(mine)
  })
})

describe('an ask that one side took out', () => {
  const edited = changed({ 'asks.turkey.title': 'Another title' })

  test('is gone where the other left it as it was', () => {
    for (const [mine, theirs] of [
      [without('turkey'), base],
      [base, without('turkey')],
    ] as const) {
      const { merged, conflicts } = mergeFields(base, mine, theirs)
      expect(conflicts).toEqual([])
      expect(contentOf(merged, content)).toEqual(contentOf(without('turkey'), content))
    }
  })

  test.each([
    ['mine', edited, without('turkey'), true],
    ['theirs', edited, without('turkey'), false],
    ['mine', without('turkey'), edited, false],
    ['theirs', without('turkey'), edited, true],
  ] as const)('and the other changed is there as chosen: %s', (choice, mine, theirs, stays) => {
    expect(mergeFields(base, mine, theirs).conflicts).toEqual(['asks.turkey'])
    const { merged, conflicts } = mergeFields(base, mine, theirs, { 'asks.turkey': choice })
    expect(conflicts).toEqual([])
    expect(merged.asks).toEqual(stays ? ids : ids.filter((id) => id !== 'turkey'))
    expect(merged['asks.turkey.title']).toBe(stays ? 'Another title' : undefined)
  })
})

describe('the order of a list', () => {
  test('holds what either side added', () => {
    const { merged, conflicts } = mergeFields(
      base,
      changed({ asks: [...ids, 'mine'] }),
      changed({ asks: ['theirs', ...ids] }),
    )
    expect(conflicts).toEqual([])
    expect(merged.asks).toEqual(['theirs', ...ids, 'mine'])
  })

  test('that both changed waits for a choice', () => {
    const [mine, theirs] = [changed({ asks: [...ids].reverse() }), changed({ asks: [...ids.slice(1), ids[0] ?? ''] })]
    expect(mergeFields(base, mine, theirs).conflicts).toEqual(['asks'])
    expect(mergeFields(base, mine, theirs, { asks: 'mine' }).merged.asks).toEqual(mine.asks)
    expect(mergeFields(base, mine, theirs, { asks: 'theirs' }).merged.asks).toEqual(theirs.asks)
  })
})
