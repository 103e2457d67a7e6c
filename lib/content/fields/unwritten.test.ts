import { expect, test } from 'vitest'
import { blankContent } from '@/lib/content/blank-content'
import { contentFaults } from '@/lib/content/faults'
import { firstCampaign } from '@/lib/content/first-campaign'
import { fieldFault } from './field-fault'
import { unwrittenOf } from './unwritten'

const found = (content: unknown) =>
  unwrittenOf(
    content,
    contentFaults(content, []).map((fault) => fieldFault(content, fault)),
  )

test('of a blank campaign everything is yet to write, and nothing is wrong', () => {
  const { unwritten, wrong } = found(blankContent())
  expect(wrong).toEqual([])
  expect(unwritten.map(({ name }) => name)).not.toContain('Colour')
  expect(unwritten.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Title', 'Story', 'Asks: which there are, in what order', 'Openings', 'Subjects']),
  )
})

test('what is written and breaks a rule is wrong, and a box of a field with others in it as well', () => {
  const { content } = firstCampaign
  const [ask, ...asks] = content.asks
  const draft = {
    ...content,
    title: 'x'.repeat(91),
    summary: '',
    asks: [{ ...ask, wordings: ['One.', ''] }, ...asks],
  }
  const { unwritten, wrong } = found(draft)
  expect(unwritten).toEqual([{ field: 'summary', name: 'Summary' }])
  expect(wrong.map(({ field }) => field)).toEqual(['title', 'asks.ceasefire.wordings.1'])
})
