import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CampaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { allForms, readSentences } from '@/lib/content/wordings/sentence'
import { shinglesOf } from '@/lib/writing/originality/shingles'
import { chooseWording, LEAST_WORDS, MOST_WORDS } from './choose-wording'
import { countGiven, type GivenBefore, noneBefore } from './given-before'
import { formWords, type KitWording, type LetterKit, letterKit } from './letter-kit'
import { piecesIn, shared } from './pieces-in-common'
import { plansFor, type Wish } from './plan'
import { printWording, suits, type Wording } from './wording'

const WORDS =
  'letter fighting appeal ask please answer region government people about what where still to the of'.split(' ')
/** As the chooser counts: a constituency's name may have a word or four words more or fewer than three. */
const LENGTHS = { least: LEAST_WORDS + 2, most: MOST_WORDS - 4 }

const stretch = (most: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((words) => words.join(' '))
const alternatives = fc.array(stretch(3), { minLength: 2, maxLength: 3 }).map((ways) => `{${ways.join('|')}}`)
const sentence = fc
  .array(fc.tuple(stretch(8), fc.option(alternatives, { nil: '' })), { minLength: 1, maxLength: 4 })
  .map((parts) => `${parts.flat().join(' ').trim()}.`)
const wordings = (least = 2) =>
  fc.array(
    fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
    { minLength: least, maxLength: 4 },
  )
const slots = {
  subjects: wordings(),
  openings: wordings(),
  followings: wordings(0),
  mentions: fc.constant<string[]>(['It also asked {others}.']),
  requests: wordings(),
  closes: wordings(),
}
const texts = fc.record({
  letter: fc.record(slots),
  asks: fc.array(wordings(), { minLength: 1, maxLength: 4 }),
  voices: fc.array(fc.record({ ...slots, asks: wordings() }, { requiredKeys: ['asks'] }), { maxLength: 2 }),
})
type Texts = typeof texts extends fc.Arbitrary<infer T> ? T : never
const wishes = fc.record({ picked: fc.subarray([0, 1, 2, 3]), opens: fc.boolean() })

describe('whatever the text, the asks and the voices', () => {
  test('letters have their length where any could, keep to one voice, and say nothing again that could be said anew', () =>
    fc.assert(
      fc.property(texts, wishes, fc.integer({ min: 1, max: 12 }), fc.nat(), (text, { picked, opens }, count, seat) => {
        const content = contentOf(text)
        const kit = letterKit(content)
        const wish = { asks: picked.map((at) => `ask-${at}`).filter((id) => kit.asks.includes(id)), opens }
        const before = noneBefore(kit)
        for (let turn = 0; turn < count; turn++) {
          const wording = chooseWording(kit, before, wish, seat)
          const words = wordsOf(kit, wording)
          expect(words >= LENGTHS.least && words <= LENGTHS.most).toBe(anyFits(kit, before, wish))
          expect(isOfOneVoice(kit, wording)).toBe(true)
          expect(suits(content, wording, wish)).toBe(true)
          expect(saidThoughAnother(kit, before, wording)).toEqual([])
          countGiven(kit, { printed: printWording(wording), numbers: null }, before)
        }
      }),
      { numRuns: 40 },
    ))

  test('what two forms of a sentence share is counted without a text as with one', () =>
    fc.assert(
      fc.property(wordings(1), fc.nat(), fc.nat(), ([text = ''], some, another) => {
        const [one] = readSentences(text)
        if (!one) return
        const forms = allForms(one)
        const [left, right] = [some % forms.length, another % forms.length]
        const pieces = (form: number) => shinglesOf(forms[form] ?? '')
        const common = [...pieces(left)].filter((piece) => piece.length >= 32 && pieces(right).has(piece))
        // What two alternatives begin or end with alike is not looked for, nor what stands twice.
        expect(piecesIn(shared(one, left, right))).toBeLessThanOrEqual(common.length + repeatedIn(forms[left] ?? ''))
        if (left === right)
          expect(piecesIn(shared(one, left, right))).toBe(common.length + repeatedIn(forms[left] ?? ''))
      }),
    ))
})

function contentOf({ letter, asks, voices }: Texts): CampaignContent {
  const base = firstCampaign.content as CampaignContent
  const [ask] = base.asks
  return {
    ...base,
    letter: { ...base.letter, ...letter },
    asks: asks.map((own, at) => ({ ...ask, id: `ask-${at}`, mention: 'say {so|it}', wordings: own })),
    voices: voices.map(({ asks: own, ...rest }, at) => ({
      ...rest,
      id: `${at}`,
      name: `${at}`,
      asks: { 'ask-0': own },
    })),
  } as CampaignContent
}

/** Pieces of 32 that a text holds more than once. */
function repeatedIn(text: string): number {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '').length
  return letters < 32 ? 0 : letters - 31 - shinglesOf(text).size
}

function wordsOf(kit: LetterKit, { said }: Wording): number {
  const kept = said.flatMap(({ sentence, form }) => {
    const one = kit.sentences[sentence]
    return one ? [{ slot: one.slot, words: formWords(kit, one, form) }] : []
  })
  const named = kept.filter(({ slot }) => slot === 'naming').length
  const words = kept.filter(({ slot }) => slot !== 'subject').reduce((sum, one) => sum + one.words, 0)
  return words + (named > 1 ? named - 1 : -named)
}

/** Whether any letter would do, all of them tried by their numbers of words. */
function anyFits(kit: LetterKit, before: GivenBefore, wish: Wish): boolean {
  const sums = (one: Set<number>, other: Set<number>) =>
    new Set([...one].flatMap((left) => [...other].map((right) => left + right)))
  const lengthsOf = ({ sentences }: KitWording) =>
    sentences
      .filter(({ slot }) => slot !== 'subject')
      .map((one) => new Set(Array.from({ length: one.forms }, (_, form) => formWords(kit, one, form))))
      .reduce(sums, new Set([0]))
  return plansFor(kit, before, wish, () => 0).some(({ slots: taken, words }) => {
    const lengths = taken
      .map((all) => new Set(all.flatMap((wording) => [...lengthsOf(wording)])))
      .reduce(sums, new Set([words]))
    return [...lengths].some((length) => length >= LENGTHS.least && length <= LENGTHS.most)
  })
}

function isOfOneVoice(kit: LetterKit, { said }: Wording): boolean {
  return kit.voices.some(({ slots: own, asks }) => {
    const known = new Set([...Object.values(own), ...asks.values()].flat().flatMap((one) => one.sentences))
    return said.every(({ sentence }) => {
      const one = kit.sentences[sentence]
      return one && (one.slot === 'naming' || known.has(one))
    })
  })
}

/** Sentences that were said in this form before, though a form of as many words was said less often. */
function saidThoughAnother(kit: LetterKit, before: GivenBefore, { said }: Wording) {
  return said.filter(({ sentence, form }) => {
    const one = kit.sentences[sentence]
    if (!one) return true
    const uses = (of: number) => before.uses[one.firstForm + of] ?? 0
    const words = formWords(kit, one, form)
    return Array.from({ length: one.forms }, (_, of) => of).some(
      (of) => formWords(kit, one, of) === words && uses(of) < uses(form),
    )
  })
}
