import { expect, test } from 'vitest'
import { campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { chooseWording } from './choose-wording'
import { countGiven, noneBefore } from './given-before'
import { letterKit } from './letter-kit'
import { type Manner, mannerOf } from './manner'
import { printWording } from './wording'

const content = campaignContent.parse(firstCampaign.content)
const kit = letterKit(content)

test.each([
  ['my gran still cries when she sees it on telly', 'everyday'],
  ['I drive wagons so dont know much about it.', 'everyday'],
  ['I’d like to know what we did.', 'everyday'],
  ["It's our tax.", 'everyday'],
  ['I live in Hull and i never heard of it.', 'everyday'],
  ['You hear everything in this job!!', 'everyday'],
  ['My neighbour in Headingley is Armenian, and her cousins lived in Stepanakert for years.', 'careful'],
  ['The vicar’s Lent group asked about the church’s own part in it, which nobody could tell us.', 'careful'],
  ['My neighbour is Armenian.', null],
  ['  ', null],
])('%j is written in a manner that is %s', (words, manner) => expect(mannerOf(words)).toBe(manner))

test('a voice that contracts is an everyday one', () =>
  expect(kit.voices.map(({ name, manner }) => [name, manner])).toEqual([
    ['Plain', 'everyday'],
    ['Formal', 'careful'],
    ['Direct', 'careful'],
  ]))

/** Voices of so many letters in turn to those who write in one manner. */
function voicesGiven(manner: Manner | null, count: number): string[] {
  const before = noneBefore(kit)
  return Array.from({ length: count }, () => {
    const wording = chooseWording(kit, before, { asks: [], opens: true, manner }, 0)
    countGiven(kit, { printed: printWording(wording), numbers: null }, before)
    const own = wording.said.find(({ sentence }) => kit.sentences[sentence]?.slot === 'following')?.sentence
    return (
      kit.voices.find(({ slots }) => slots.following.some(({ sentences }) => sentences.some(({ at }) => at === own)))
        ?.name ?? ''
    )
  })
}

test('who writes as one talks gets most letters in a voice that does, and all voices come round', () => {
  const share = (manner: Manner | null) => voicesGiven(manner, 90).filter((name) => name === 'Plain').length / 90
  expect(share('everyday')).toBeGreaterThan(0.5)
  expect(share('careful')).toBeLessThan(0.2)
  expect(share(null)).toBeCloseTo(1 / 3, 1)
  expect(new Set(voicesGiven('everyday', 90)).size).toBe(3)
})
