// State: one copy in a process.
import type { CampaignContent } from '@/lib/content/content'
import { contentFor } from '@/lib/content/content-for-mp'
import { betweenPlaceholders } from '@/lib/content/placeholders'
import { allForms } from '@/lib/content/wordings/sentence'
import { type KitSentence, letterKit } from '@/lib/writing/wordings/letter-kit'

/** Words in a row that count as taken over: fewer are common English, more would miss light editing. */
const RUN = 5
/** A whole stretch between placeholders counts from this many words. */
const SHORT_RUN = 3
/** Words that a placeholder may have been filled with: "Doncaster East and the Isle of Axholme" has seven. */
const FILL_MOST = 8

/**
 * The share of a letter's words that are its writer's own, from 0 (as given) to 1 (wholly rewritten;
 * 0 for an empty text): those in no run of five words that staff wrote (w-shingling: Broder, "On the
 * resemblance and containment of documents", 1997). Takes the body without salutation and sign-off,
 * and the names that may fill a placeholder: without them one that ends a sentence counts as one word.
 */
export function ownShare(text: string, content: CampaignContent, names: string[] = []): number {
  return shareBeside(text, staffWords(content), names)
}

/** A writer's own share, measured against these texts alone: in a browser, the letter as it was composed. */
export function ownShareBeside(text: string, given: string[]): number {
  return shareBeside(text, knownWords(given), [])
}

/**
 * The words of a letter that are its writer's own, in small letters and in their order: those that staff wrote nowhere;
 * and their share of all ({@link ownShare}).
 */
export function ownWordsAndShare(
  text: string,
  content: CampaignContent,
  names: string[] = [],
): { own: string[]; share: number } {
  const words = wordsOf(text)
  const own = ownAmong(words, staffWords(content), names)
  return { own, share: shareOf(own, words) }
}

/** What is not one's own: runs of words, and what stands before and after a placeholder. */
type KnownWords = { runs: Set<string>; around: { before: string[]; after: string[] }[] }

/** Read once for a content: a campaign has some thousand forms of sentences. */
const staff = new WeakMap<CampaignContent, KnownWords>()

/** Every form of every sentence that staff wrote, of all voices and for all groups of MPs. */
function staffWords(content: CampaignContent): KnownWords {
  const known = staff.get(content)
  if (known) return known
  const kits = [null, ...content.groups].map((group) => letterKit(contentFor(content, group)))
  const sentences = kits.flatMap((kit) => kit.sentences.filter(({ slot }) => slot !== 'subject'))
  const read = knownWords([
    ...new Set(sentences.flatMap(inTheLetter)),
    ...content.prompts.flatMap((prompt) => prompt.starters),
  ])
  staff.set(content, read)
  return read
}

/** What a letter may hold of a sentence: what names another ask stands within another sentence, after an "and to". */
function inTheLetter(sentence: KitSentence): string[] {
  const forms = allForms(sentence)
  if (sentence.slot === 'mention') return forms.flatMap((form) => form.split('{others}'))
  return sentence.slot === 'naming' ? forms.flatMap((form) => [form, `and to ${form}`]) : forms
}

function knownWords(texts: string[]): KnownWords {
  const runs = new Set<string>()
  const around = new Map<string, KnownWords['around'][number]>()
  for (const stretches of texts.map((text) => betweenPlaceholders(text).map(wordsOf))) {
    for (const words of stretches) addRuns(runs, words)
    for (let next = 1; next < stretches.length; next++) {
      const before = stretches[next - 1]?.slice(-SHORT_RUN) ?? []
      const after = stretches[next]?.slice(0, SHORT_RUN) ?? []
      if (before.length + after.length >= SHORT_RUN)
        around.set(`${before.join(' ')}|${after.join(' ')}`, { before, after })
    }
  }
  return { runs, around: [...around.values()] }
}

function shareBeside(text: string, known: KnownWords, names: string[]): number {
  const words = wordsOf(text)
  return shareOf(ownAmong(words, known, names), words)
}

function shareOf(own: string[], words: string[]): number {
  return words.length === 0 ? 0 : own.length / words.length
}

function ownAmong(words: string[], { runs, around }: KnownWords, names: string[]): string[] {
  const fills = names.map(wordsOf)
  const marked = new Uint8Array(words.length)
  markRuns(words, runs, marked)
  for (const { before, after } of around) markFills(words, { before, after, fills }, marked)
  return words.filter((_, at) => marked[at] === 0)
}

/** Words in small letters, without punctuation: retyping a quotation mark makes nothing one's own. */
function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function addRuns(runs: Set<string>, words: string[]): void {
  if (words.length >= SHORT_RUN && words.length < RUN) runs.add(words.join(' '))
  for (let at = 0; at + RUN <= words.length; at++) runs.add(words.slice(at, at + RUN).join(' '))
}

function markRuns(words: string[], runs: Set<string>, given: Uint8Array): void {
  for (let at = 0; at + SHORT_RUN <= words.length; at++) {
    let run = words.slice(at, at + SHORT_RUN).join(' ')
    for (let end = at + SHORT_RUN; ; end++) {
      if (runs.has(run)) given.fill(1, at, end)
      if (end === at + RUN || end === words.length) break
      run += ` ${words[end]}`
    }
  }
}

/** Marks what fills a placeholder, where the words before and after it are as staff wrote them. */
function markFills(
  words: string[],
  { before, after, fills }: { before: string[]; after: string[]; fills: string[][] },
  given: Uint8Array,
): void {
  for (let at = 0; at + before.length < words.length; at++) {
    if (!matches(words, at, before)) continue
    const from = at + before.length
    const end = after.length > 0 ? fillEnd(words, from, after) : from + longestFill(words, from, fills)
    if (end > 0) given.fill(1, at, end)
  }
}

/** How many words of a name stand here, where nothing follows the placeholder in its sentence; one where it is none of them. */
function longestFill(words: string[], from: number, fills: string[][]): number {
  return fills.reduce((most, fill) => (fill.length > most && matches(words, from, fill) ? fill.length : most), 1)
}

/** Where the words `after` end, if they follow within the length of a fill; 0 if they do not. */
function fillEnd(words: string[], from: number, after: string[]): number {
  for (let length = 1; length <= FILL_MOST; length++) {
    if (matches(words, from + length, after)) return from + length + after.length
  }
  return 0
}

function matches(words: string[], at: number, sought: string[]): boolean {
  return sought.every((word, offset) => words[at + offset] === word)
}
