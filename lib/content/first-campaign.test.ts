import { describe, expect, test } from 'vitest'
import { claimsIn } from '@/lib/writing/lint/forms/claims'
import { letterKit } from '@/lib/writing/wordings/letter-kit'
import { campaignContent } from './content'
import { firstCampaign } from './first-campaign'
import { allForms, readSentences } from './wordings/sentence'

const content = campaignContent.parse(firstCampaign.content)
const kit = letterKit(content)

/** Every way in which a wording can be said, sentence by sentence. */
const everything = kit.sentences.flatMap((sentence) =>
  allForms(sentence).map((text) => ({ text, slot: sentence.slot, source: sentence.source })),
)
const wordings = (slot: 'opening' | 'following' | 'request') =>
  [...new Set(kit.voices.flatMap(({ slots }) => slots[slot]))].map(({ sentences }) =>
    sentences.map(({ source }) => source).join(' '),
  )

test('the first campaign is valid and loses nothing in parsing', () => {
  expect(content).toEqual(firstCampaign.content)
  expect(firstCampaign).toMatchObject({ slug: 'artsakh-ceasefire', goal: 1000 })
})

test('it has every part of the release', () => {
  expect(content.asks.map((ask) => ask.id)).toEqual(['ceasefire', 'turkey', 'military-aid', 'talks'])
  expect(content.concerns).toHaveLength(7)
  expect(content.source).toMatchObject({ shortName: 'HART', date: '2020-10-06' })
  expect(content.contacts).toEqual([
    { name: 'Caroline Cox', phone: '(0)20 8205 4608' },
    { name: 'David Thomas', phone: '01974 251670' },
  ])
  expect(content.concerns.find((concern) => concern.id === 'rhetoric')?.citation).toContain('as cited in the release')
})

test('it has three voices, each with wordings of its own in every slot', () => {
  expect(kit.voices.map(({ name }) => name)).toEqual(['Plain', 'Formal', 'Direct'])
  const own = kit.voices.map(({ slots, asks }) => [...Object.values(slots), ...asks.values()])
  for (const voice of own) for (const slot of voice) expect(slot.length).toBeGreaterThanOrEqual(3)
  expect(new Set(own.flat()).size).toBe(own.flat().length)
})

test('every opening names the source and where its writer lives, and every request the Foreign Secretary', () => {
  for (const opening of [...wordings('opening'), ...wordings('following')]) {
    expect(opening).toMatch(/HART/)
    expect(opening).toMatch(/\{constituency\}/)
    expect(opening).toMatch(/Nagorno-Karabakh|Artsakh/)
    expect(opening).toMatch(/2020/)
  }
  for (const request of wordings('request')) expect(request).toMatch(/Foreign Secretary/)
})

test('no letter names the MP in its body, which would be stale if the seat changed hands', () => {
  expect(everything.filter(({ text }) => text.includes('{mp}'))).toEqual([])
})

describe('every sentence in every form', () => {
  const sentences = everything.filter(({ slot, text }) => !['subject', 'naming'].includes(slot) && text !== '')

  test('begins with a capital, ends with a mark, and has no doubled word, mark or space', () => {
    const unsound = sentences.filter(
      ({ text }) => !/^\p{Lu}.*[.?]$/u.test(text) || /\b(\p{L}+) \1\b|[,;:.?!]{2}| [,.;:?!]|\s{2}|[|~]/iu.test(text),
    )
    expect(unsound.map(({ text }) => text)).toEqual([])
  })

  test('has the article that its noun asks for', () => {
    const wrong = sentences.filter(
      ({ text }) => /\ba (?!U[KN]\b|[Uu]nit|[Uu]se|one)[aeiou]/i.test(text) || /\ban [^aeiouh]/i.test(text),
    )
    expect(wrong.map(({ text }) => text)).toEqual([])
  })

  test('stands once: no two sentences can come out the same', () => {
    const seen = new Map<string, string>()
    const twice = sentences.filter(({ text, source }) => {
      const before = seen.get(text)
      seen.set(text, source)
      return before !== undefined && before !== source
    })
    expect(twice.map(({ text }) => text)).toEqual([])
  })

  test('puts no feeling, reading, history or opinion into its writer’s mouth', () => {
    expect(sentences.flatMap(({ text }) => claimsIn(text))).toEqual([])
  })

  test('of eight words or more can be said in eight ways at least', () => {
    const poor = kit.sentences.filter(
      (sentence) =>
        !['subject', 'naming'].includes(sentence.slot) &&
        sentence.forms < 8 &&
        readSentences(sentence.source).length > 0 &&
        (allForms(sentence)[0]?.split(' ').length ?? 0) >= 8,
    )
    expect(poor.map(({ source }) => source)).toEqual([])
  })
})

/** What stood in letters before and was found untrue or strange; it is not to come back in any form. */
test.each([
  /satisfies what the Charter/i,
  /may seldom come to you/i,
  /appeal that Britain can join today/i,
  /ties with his/i,
  /kindly write of/i,
  /let my country/i,
  /request of you is a single/i,
  /as a constituent of yours in your constituency/i,
  /is unlikely to last/i,
])('no sentence says %s', (phrase) => expect(everything.filter(({ text }) => phrase.test(text))).toEqual([]))
