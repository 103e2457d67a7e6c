import type { CampaignContent } from '@/lib/content/content'
import { wordCount } from '@/lib/kernel/text'
import { composeLetter } from '@/lib/writing/compose'
import { NO_OWN_WORDS } from '@/lib/writing/originality/own-words'
import { diceOf, shinglesOf } from '@/lib/writing/originality/shingles'
import { chooseWording } from '@/lib/writing/wordings/choose-wording'
import type { Wish } from '@/lib/writing/wordings/draw'
import { countGiven, noneBefore } from '@/lib/writing/wordings/given-before'
import { letterKit } from '@/lib/writing/wordings/letter-kit'
import { printWording } from '@/lib/writing/wordings/wording'

/** Leeds North West. */
const SEAT = 14001322
const LATELY = 20
/** A sentence of so many words is nobody's common stock. */
const LONG = 8

/** A letter; `sentences` without its writer’s own words. */
export type Given = { subject: string; body: string; sentences: string[] }

/** Letters as they are given one after the other for one seat, of nothing but what was given before. */
export function lettersAsGiven(content: CampaignContent, count: number, wish: Partial<Wish>, own = () => ''): Given[] {
  const kit = letterKit(content)
  const before = noneBefore(kit)
  return Array.from({ length: count }, () => {
    const opening = own()
    const wording = chooseWording(kit, before, { asks: wish.asks ?? [], opens: opening !== '' }, SEAT)
    countGiven(kit, { printed: printWording(wording), numbers: null }, before)
    const letter = composeLetter(content, {
      own: { ...NO_OWN_WORDS, opening },
      wording,
      mpName: 'Katie White',
      constituency: 'Leeds North West',
      nation: 'England',
    })
    return { ...letter, sentences: sentencesOf(opening === '' ? letter.body : letter.body.slice(opening.length)) }
  })
}

/** Prints what an office would see of these letters, in this order. */
export function reportGiven(what: string, letters: Given[]): void {
  const words = letters.map(({ body }) => wordCount(body)).sort((a, b) => a - b)
  const fresh = letters.filter(({ sentences }, at) => {
    const lately = new Set(letters.slice(Math.max(0, at - LATELY), at).flatMap((letter) => letter.sentences))
    return !sentences.some((sentence) => lately.has(sentence))
  })
  const [most = ['', 0]] = counts(letters.flatMap(({ sentences }) => sentences.filter((one) => wordCount(one) >= LONG)))
  const overlaps = pairs(letters.map(({ subject, body }) => shinglesOf(`${subject} ${body}`)))
  const at = (part: number) => (overlaps[Math.max(0, Math.ceil(overlaps.length * part) - 1)] ?? 0).toFixed(3)
  const distinct = (texts: (string | undefined)[]) => new Set(texts).size
  console.log(`  ${what}: ${letters.length} letters of ${words[0]} to ${words.at(-1)} words`)
  console.log(`    most often repeated sentence of ${LONG} words or more: ${most[1]} times (“${most[0]}”)`)
  console.log(`    with no sentence of the ${LATELY} before: ${Math.floor((100 * fresh.length) / letters.length)} %`)
  console.log(
    `    distinct first sentences ${distinct(letters.map(({ sentences }) => sentences[0]))}, subjects ${distinct(letters.map(({ subject }) => subject))}`,
  )
  console.log(`    overlap of pairs: largest ${at(1)}, 95th percentile ${at(0.95)}, median ${at(0.5)}`)
}

/** What ends in a full stop, a question or an exclamation mark, and what stands in a paragraph of its own. */
export function sentencesOf(body: string): string[] {
  return body
    .split(/\n\n|(?<=[.?!]["”’)]*)\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

function counts(texts: string[]): [string, number][] {
  const found = new Map<string, number>()
  for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1)
  return [...found].sort(([, one], [, other]) => other - one)
}

function pairs(all: Set<string>[]): number[] {
  return all.flatMap((one, at) => all.slice(0, at).map((other) => diceOf(one, other))).sort((a, b) => a - b)
}
