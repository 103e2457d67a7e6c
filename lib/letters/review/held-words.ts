import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { oneLine } from '@/lib/kernel/text'
import { setting } from '@/lib/settings/setting'
import { assertAllowed } from '@/lib/staff/assert-allowed'

const WORDS_MOST = 2000

/** A list as staff type it: a word or phrase on each line. */
export const heldWordsInput = z
  .string()
  .max(WORDS_MOST * 85, { error: `At most ${WORDS_MOST} words or phrases fit.` })
  .transform((text) => [...new Set(text.split(/\r?\n/).map(oneLine).filter(Boolean))])
  .refine((words) => words.length <= WORDS_MOST, { error: `At most ${WORDS_MOST} words or phrases fit.` })
  .refine((words) => words.every((word) => word.length <= 80), { error: 'A word or phrase can have 80 characters.' })

const heldWordsSetting = setting('held_words', z.array(z.string()).catch([]), [])

/** The words and phrases that hold a letter for review. */
export function heldWords(ctx: Context): Promise<string[]> {
  return heldWordsSetting.read(ctx)
}

/** Keeps another list in its place. Throws a `Refusal` where the actor may not. */
export function setHeldWords(ctx: Context, words: string[]): Promise<void> {
  assertAllowed(ctx, 'letters.set-held-words')
  return heldWordsSetting.keep(ctx, words, {
    verb: 'letters.set-held-words',
    before: (before) => ({ words: before }),
    after: { words },
  })
}

/** More links than a letter of a constituent's has. */
const LINKS_MOST = 5
const LINK = /\bhttps?:\/\/|\bwww\./gi

/** Why a letter is held: by which rule, and in words for staff. */
export type Finding = { rule: 'words' | 'links'; note: string }

/**
 * Why a person has to look at a letter before it goes, for what it says; `null` for an ordinary letter. `held` are
 * the words and phrases that staff keep: each counts as a whole word, whatever its case, accents and punctuation.
 */
export function reviewWords(text: string, held: string[]): Finding | null {
  const plain = ` ${plainWords(text)} `
  const word = held.find((each) => plainWords(each) !== '' && plain.includes(` ${plainWords(each)} `))
  if (word) return { rule: 'words', note: `It holds “${word}”, which is on the list of words.` }
  const links = text.match(LINK)?.length ?? 0
  return links > LINKS_MOST ? { rule: 'links', note: `It holds ${links} links.` } : null
}

/** A sentence of a text around a word that is on the list. */
export type HeldSentence = { before: string; word: string; after: string }

const SENTENCES_MOST = 20
const AROUND_MOST = 200
const WORD = /[\p{L}\p{N}\p{M}\p{Cf}'’]+/gu

/** The sentences of a text that hold words or phrases of the list, in their order, at most twenty. */
export function heldSentences(text: string, held: readonly string[]): HeldSentence[] {
  const words = [...text.matchAll(WORD)].flatMap(({ 0: written, index }) =>
    plainWords(written)
      .split(' ')
      .filter(Boolean)
      .map((plain) => ({ plain, from: index, to: index + written.length })),
  )
  const byFirst = new Map<string, string[][]>()
  for (const phrase of held.map((each) => plainWords(each).split(' '))) {
    const [first] = phrase
    if (first) byFirst.set(first, [...(byFirst.get(first) ?? []), phrase])
  }
  const found: HeldSentence[] = []
  for (const [at, { plain, from }] of words.entries()) {
    const phrase = byFirst.get(plain)?.find((each) => each.every((word, i) => words[at + i]?.plain === word))
    const last = phrase && words[at + phrase.length - 1]
    if (!last || found.length >= SENTENCES_MOST) continue
    found.push({
      before: text.slice(sentenceStart(text, from), from),
      word: text.slice(from, last.to),
      after: text.slice(last.to, sentenceEnd(text, last.to)),
    })
  }
  return found
}

function sentenceStart(text: string, from: number): number {
  const least = Math.max(0, from - AROUND_MOST)
  const near = text.slice(least, from)
  const end = Math.max(near.lastIndexOf('\n') + 1, ...['. ', '! ', '? '].map((mark) => near.lastIndexOf(mark) + 2))
  return end > 1 || near.startsWith('\n') ? least + end : least
}

function sentenceEnd(text: string, from: number): number {
  const near = text.slice(from, from + AROUND_MOST)
  const end = /[.!?](?=\s|$)|(?=\n)/.exec(near)
  return from + (end ? end.index + end[0].length : near.length)
}

function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
