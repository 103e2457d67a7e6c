import { readParts } from '@/lib/content/wordings/alternatives'
import type { NamedSlot } from './letter-slots'

/** Where in a text a run of words stands, in characters. */
export type Stretch = { from: number; to: number }
/** Words that stand one after the other in two wordings, whatever alternatives are said; each with its place. */
export type SharedRun = { words: string; here: RunIn; there: RunIn }
export type RunIn = { field: string; name: string; text: string } & Stretch

/** Words that two wordings may share: names and set phrases come to that many. */
const SHARED_MOST = 11
/** Beyond so many, there is one fault, and it is not in the words. */
const RUNS_MOST = 20
const WORD = /[\p{L}\p{N}{}][\p{L}\p{N}{}’'-]*/gu

type Word = Stretch & { word: string }
type Text = Omit<RunIn, 'from' | 'to'> & { words: Word[] }

/**
 * Runs of twelve words or more that stand in two wordings: the longest for each two, each later wording named once. Only
 * words that every way of saying it has, as written outside alternatives.
 */
export function sharedRuns(slots: readonly NamedSlot[]): SharedRun[] {
  const first = new Map<string, { text: Text; at: number }>()
  const runs: SharedRun[] = []
  for (const text of textsOf(slots)) {
    const own: [string, { text: Text; at: number }][] = []
    for (let at = 0; at + SHARED_MOST < text.words.length; at++) {
      const key = keyOf(text.words, at)
      if (key === null) continue
      const earlier = first.get(key)
      if (!earlier) own.push([key, { text, at }])
      else if (runs.at(-1)?.here.field !== text.field) runs.push(runFrom({ text, at }, earlier))
    }
    for (const [key, place] of own) first.set(key, place)
    if (runs.length >= RUNS_MOST) break
  }
  return runs
}

function* textsOf(slots: readonly NamedSlot[]): Generator<Text> {
  for (const { field, name, slot, wordings } of slots) {
    if (slot === 'subject' || slot === 'naming') continue
    for (const [at, text] of wordings.entries()) {
      yield { field: `${field}.${at}`, name: `${name} ${at + 1}`, text, words: fixedWords(text) }
    }
  }
}

/** The words outside alternatives; an empty one stands for alternatives, across which no run goes. */
function fixedWords(text: string): Word[] {
  const words: Word[] = []
  let at = 0
  for (const { said, written } of readParts(text)) {
    if (typeof said === 'string') {
      for (const { 0: word, index } of written.matchAll(WORD)) {
        words.push({ word: word.toLowerCase(), from: at + index, to: at + index + word.length })
      }
    } else words.push({ word: '', from: at, to: at })
    at += written.length
  }
  return words
}

function keyOf(words: Word[], at: number): string | null {
  const run = words.slice(at, at + SHARED_MOST + 1)
  return run.some(({ word }) => word === '') ? null : run.map(({ word }) => word).join(' ')
}

/** The whole of a run that begins at these places. */
function runFrom(here: { text: Text; at: number }, there: { text: Text; at: number }): SharedRun {
  let length = SHARED_MOST + 1
  const wordOf = ({ text, at }: typeof here) => text.words[at + length]?.word
  while (wordOf(here) && wordOf(here) === wordOf(there)) length++
  const inText = ({ text: { words, ...text }, at }: typeof here): RunIn => ({
    ...text,
    from: words[at]?.from ?? 0,
    to: words[at + length - 1]?.to ?? 0,
  })
  const mine = inText(here)
  return { words: mine.text.slice(mine.from, mine.to), here: mine, there: inText(there) }
}
