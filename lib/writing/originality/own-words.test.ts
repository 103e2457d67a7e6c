import { expect, test } from 'vitest'
import { campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { ownWords } from './own-words'

const content = campaignContent.parse(firstCampaign.content)

test.each([
  [['One.', '', ' Two.\n\nThree. '], 'One.\n\nTwo.\n\nThree.'],
  [['', ' ', '\n'], ''],
  [['I am writing because', 'A friend of mine …', 'Mine.'], 'Mine.'],
  [['I am writing because I care', 'My family'], 'I am writing because I care'],
])('%j become the paragraphs %j: a beginning that was only clicked is none', (boxes, paragraphs) =>
  expect(ownWords(boxes, content)).toBe(paragraphs),
)
