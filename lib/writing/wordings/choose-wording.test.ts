import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CampaignContent, campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { anyWording } from './any-wording'
import { chooseWording } from './choose-wording'
import { countGiven, noneBefore } from './given-before'
import { letterKit } from './letter-kit'
import type { Wish } from './plan'
import { asksOf, parseWording, printWording, suits, type Wording } from './wording'

const content = campaignContent.parse(firstCampaign.content)
const kit = letterKit(content)
const ids = content.asks.map(({ id }) => id)
const ANY: Wish = { asks: [], opens: false }

/** One after the other for one seat. */
function givenInTurn(count: number, wish: Wish = ANY, seat = 1): Wording[] {
  const before = noneBefore(kit)
  return Array.from({ length: count }, () => {
    const wording = chooseWording(kit, before, wish, seat)
    countGiven(kit, { printed: printWording(wording), numbers: null }, before)
    return wording
  })
}

const voiceOf = ({ said }: Wording) => {
  const slots = said.map(({ sentence }) => kit.sentences[sentence])
  const opening = slots.find((one) => one?.slot === 'opening' || one?.slot === 'following')
  return kit.voices.findIndex(({ slots: { opening: openings, following } }) =>
    [...openings, ...following].some(({ sentences }) => sentences.some(({ at }) => at === opening?.at)),
  )
}

describe('the wording of the next letter', () => {
  test('follows from what was given alone: the same before gives the same again, on every instance', () =>
    expect(givenInTurn(30)).toEqual(givenInTurn(30)))

  test('begins elsewhere in another seat', () => expect(givenInTurn(1, ANY, 1)).not.toEqual(givenInTurn(1, ANY, 2)))

  test('is of one voice throughout', () => {
    for (const wording of givenInTurn(60)) {
      const voice = kit.voices[voiceOf(wording)]
      const known = new Set(
        [...Object.values(voice?.slots ?? {}), ...(voice?.asks.values() ?? [])]
          .flat()
          .flatMap(({ sentences }) => sentences.map(({ at }) => at)),
      )
      expect(
        wording.said.filter(({ sentence }) => !known.has(sentence) && kit.sentences[sentence]?.slot !== 'naming'),
      ).toEqual([])
    }
  })

  test('takes the voices, the skeletons and the asks by turns', () => {
    const given = givenInTurn(90)
    const often = <T>(all: T[]) => [...new Set(all)].map((one) => all.filter((each) => each === one).length)
    expect(often(given.map(voiceOf)).every((times) => times >= 20)).toBe(true)
    expect(often(given.map(({ skeleton }) => skeleton)).every((times) => times >= 4)).toBe(true)
    expect(often(given.flatMap((wording) => asksOf(content, wording).argued)).every((times) => times >= 20)).toBe(true)
  })

  test('argues what was picked: one, two, or of more one or two and the others in half a sentence', () => {
    const wishes = ids.flatMap((id, at) => [
      [id],
      [id, ids[(at + 1) % ids.length] ?? ''],
      ids.filter((one) => one !== id),
      ids,
    ])
    for (const asks of wishes) {
      for (const wording of givenInTurn(12, { asks, opens: false })) {
        const { argued, named } = asksOf(content, wording)
        expect([...argued, ...named].sort()).toEqual([...asks].sort())
        expect(argued.length).toBeLessThanOrEqual(2)
        expect(suits(content, wording, { asks, opens: false })).toBe(true)
      }
    }
  })

  test('of nothing picked argues one ask or two that the MP has had least, and names none', () => {
    for (const wording of givenInTurn(40)) {
      const { argued, named } = asksOf(content, wording)
      expect([argued.length === 1 || argued.length === 2, named]).toEqual([true, []])
    }
  })

  test('follows on from own words where there are some', () => {
    for (const opens of [true, false]) {
      for (const wording of givenInTurn(20, { asks: [], opens })) {
        const slots = wording.said.map(({ sentence }) => kit.sentences[sentence]?.slot)
        expect([slots.includes('following'), slots.includes('opening')]).toEqual([opens, !opens])
        expect(suits(content, wording, { asks: [], opens: !opens })).toBe(false)
      }
    }
  })

  test('takes a form that was freed before one that was said', () => {
    const before = noneBefore(kit)
    for (let turn = 0; turn < 300; turn++) {
      const printed = printWording(chooseWording(kit, before, ANY, 1))
      countGiven(kit, { printed, numbers: null }, before)
    }
    const wording = chooseWording(kit, before, ANY, 1)
    for (const { sentence, form } of wording.said) {
      const { firstForm = 0, forms = 0 } = kit.sentences[sentence] ?? {}
      const uses = Array.from(before.uses.subarray(firstForm, firstForm + forms))
      if (forms > 24) continue
      expect(uses[form]).toBe(Math.min(...uses))
    }
  })
})

describe('an office that gets two hundred', () => {
  const given = givenInTurn(200)

  test('sees no long sentence more than six times, and in most letters none of the twenty before', () => {
    const said = given.map(({ said: all }) => all.filter(({ sentence }) => kit.sentences[sentence]?.slot !== 'subject'))
    const long = (one: { sentence: number; form: number }) =>
      (kit.words[(kit.sentences[one.sentence]?.firstForm ?? 0) + one.form] ?? 0) >= 8
    const keys = (one: { sentence: number; form: number }) => `${one.sentence}/${one.form}`
    const uses = new Map<string, number>()
    for (const one of said.flat().filter(long)) uses.set(keys(one), (uses.get(keys(one)) ?? 0) + 1)
    expect(Math.max(...uses.values())).toBeLessThanOrEqual(6)
    const fresh = said.filter((sentences, at) => {
      const lately = new Set(
        said
          .slice(Math.max(0, at - 20), at)
          .flat()
          .map(keys),
      )
      return !sentences.some((one) => lately.has(keys(one)))
    })
    expect(fresh.length).toBeGreaterThanOrEqual(170)
  })

  test('sees a hundred first sentences and thirty subjects', () => {
    const first = ({ said }: Wording) => said.find(({ sentence }) => kit.sentences[sentence]?.slot === 'opening')
    const subject = ({ said }: Wording) => said.find(({ sentence }) => kit.sentences[sentence]?.slot === 'subject')
    expect(new Set(given.map((wording) => JSON.stringify(first(wording)))).size).toBeGreaterThanOrEqual(100)
    expect(new Set(given.map((wording) => JSON.stringify(subject(wording)))).size).toBeGreaterThanOrEqual(30)
  })
})

describe('a wording in a hidden field', () => {
  test('is short and reads back as it was', () => {
    for (const wording of givenInTurn(100, { asks: ids, opens: true })) {
      const printed = printWording(wording)
      expect(printed).toMatch(/^~[\w-]{17,81}$/)
      expect(parseWording(content, printed)).toEqual(wording)
    }
  })

  const sound = printWording(anyWording(content, 7))
  test.each([
    ['nothing', ''],
    ['junk', 'junk'],
    [
      'what was printed before letters were chosen by sentences',
      's1.o1.r1.c1.ceasefire-1.turkey-1.military-aid-1.talks-1',
    ],
    ['one cut short', sound.slice(0, -2)],
    ['one without its close', sound.slice(0, 14)],
    ['a sentence that is not there', `${sound.slice(0, -4)}____`],
    ['a form that is not there', `${sound.slice(0, -2)}__`],
    ['a skeleton that is not there', `~_${sound.slice(2)}`],
    ['a sentence twice', `${sound}${sound.slice(2, 6)}`],
    ['a line end after it', `${sound}\n`],
    ['two', `${sound}${sound}`],
    ['a very long one', `~A${'AAAA'.repeat(100_000)}`],
  ])('is none for %s', (_what, text) => expect(parseWording(content, text)).toBeNull())

  test('whatever is posted, nothing is thrown, and what is read can be printed', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('~', 'A', 'B', 'a', '_', '-', '9'), maxLength: 60 }), (text) => {
        const wording = parseWording(content, text)
        if (wording) expect(printWording(wording)).toBe(text)
      }),
    ))
})

describe('the sentences of a text', () => {
  test('keep their numbers while the text stays', () =>
    expect(letterKit(structuredClone(content)).sentences).toEqual(kit.sentences))

  test('of an editor’s wildest draft stay within bounds', () => {
    const wild = {
      ...content,
      letter: { ...content.letter, openings: Array.from({ length: 12 }, () => '{a|b|c|d} '.repeat(300)) },
    }
    expect(letterKit(wild as CampaignContent).forms).toBeLessThan(100_000)
  })
})
