import { expect, test } from 'vitest'
import { campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { allOwnWords, answeredPrompts, NO_OWN_WORDS, ownWords } from './own-words'

const content = campaignContent.parse(firstCampaign.content)
const [first = '', second = ''] = content.prompts[0]?.starters ?? []

test.each([
  [['One.', '', ' Two.\n\nThree. '], 'One.\n\nTwo.\n\nThree.'],
  [['', ' ', '\n'], ''],
  [[first, `${second} …`, 'Mine.'], 'Mine.'],
  [[`${first} ${second} `, `${second} … ${first} … ${first}`, ''], ''],
  [['🕊️', '', ''], '🕊️'],
  [[`${first} ${second} I care`], `${first} ${second} I care`],
  [[`${first} I care`, second], `${first} I care`],
])('%j become the paragraphs %j: a beginning that was only clicked is none', (boxes, paragraphs) =>
  expect(allOwnWords(ownWords(boxes, content))).toBe(paragraphs),
)

test('stand where their prompts say, several of one place together', () => {
  const prompts = content.prompts.map((prompt) => ({ ...prompt, starters: [] }))
  expect(ownWords(['One.', 'Two.', 'Three.'], { prompts })).toEqual({ opening: 'One.', ask: 'Two.', request: 'Three.' })
  const together = prompts.map((prompt) => ({ ...prompt, place: 'request' as const }))
  expect(ownWords(['One.', '', 'Three.'], { prompts: together })).toEqual({
    ...NO_OWN_WORDS,
    request: 'One.\n\nThree.',
  })
})

test('a box for which there is no prompt any more still counts', () =>
  expect(ownWords(['', '', 'Three.'], { prompts: content.prompts.slice(0, 1) })).toEqual({
    ...NO_OWN_WORDS,
    opening: 'Three.',
  }))

test('the questions that were answered are told by their ids, beginnings aside', () =>
  expect(answeredPrompts([first, 'Two.', ' '], content)).toEqual([content.prompts[1]?.id]))
