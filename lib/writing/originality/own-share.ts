import type { CampaignContent } from '@/lib/content/content'
import { betweenPlaceholders } from '@/lib/content/placeholders'

/** Words in a row that count as taken over: fewer are common English, more would miss light editing. */
const RUN = 5
/** A whole stretch between placeholders counts from this many words. */
const SHORT_RUN = 3
/** Words that a placeholder may have been filled with: "Doncaster East and the Isle of Axholme" has seven. */
const FILL_MOST = 8

/**
 * The share of a letter's words that are its writer's own, from 0 (as given) to 1 (wholly rewritten;
 * 0 for an empty text): those in no run of five words that staff wrote (w-shingling: Broder, "On the
 * resemblance and containment of documents", 1997). Takes the body without salutation and sign-off.
 */
export function ownShare(text: string, content: CampaignContent): number {
  return ownShareBeside(text, staffTexts(content))
}

/** A writer's own share, measured against these texts alone: in a browser, the letter as it was composed. */
export function ownShareBeside(text: string, given: string[]): number {
  const words = wordsOf(text)
  return words.length === 0 ? 0 : ownAmong(words, given).length / words.length
}

/** The words of a letter that are its writer's own, in small letters and in their order: those that staff wrote nowhere. */
export function wordsOfOnesOwn(text: string, content: CampaignContent): string[] {
  return ownAmong(wordsOf(text), staffTexts(content))
}

function ownAmong(words: string[], given: string[]): string[] {
  const marked = new Uint8Array(words.length)
  const staff = given.map((wording) => betweenPlaceholders(wording).map(wordsOf))
  markRuns(words, runsOf(staff.flat()), marked)
  for (const stretches of staff) markFills(words, stretches, marked)
  return words.filter((_, at) => marked[at] === 0)
}

function staffTexts({ letter, asks, prompts, groups }: CampaignContent): string[] {
  return [
    ...letter.openings,
    ...asks.flatMap((ask) => ask.wordings),
    ...letter.requests,
    ...letter.closes,
    ...prompts.flatMap((prompt) => prompt.starters),
    ...groups.flatMap(({ wordings: { openings = [], requests = [], closes = [], asks: theirs } }) => [
      ...openings,
      ...Object.values(theirs).flat(),
      ...requests,
      ...closes,
    ]),
  ]
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

function runsOf(stretches: string[][]): Set<string> {
  const runs = new Set<string>()
  for (const words of stretches) {
    if (words.length >= SHORT_RUN && words.length < RUN) runs.add(words.join(' '))
    for (let at = 0; at + RUN <= words.length; at++) runs.add(words.slice(at, at + RUN).join(' '))
  }
  return runs
}

function markRuns(words: string[], runs: Set<string>, given: Uint8Array): void {
  for (let at = 0; at < words.length; at++) {
    for (let length = SHORT_RUN; length <= RUN && at + length <= words.length; length++) {
      if (runs.has(words.slice(at, at + length).join(' '))) given.fill(1, at, at + length)
    }
  }
}

/** Marks what fills a placeholder, where the words before and after it are as staff wrote them. */
function markFills(words: string[], stretches: string[][], given: Uint8Array): void {
  for (let next = 1; next < stretches.length; next++) {
    const before = stretches[next - 1]?.slice(-SHORT_RUN) ?? []
    const after = stretches[next]?.slice(0, SHORT_RUN) ?? []
    if (before.length + after.length < SHORT_RUN) continue
    for (let at = 0; at + before.length < words.length; at++) {
      if (!matches(words, at, before)) continue
      const end = fillEnd(words, at + before.length, after)
      if (end > 0) given.fill(1, at, end)
    }
  }
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
