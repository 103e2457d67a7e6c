import { type Folded, folded } from './fold-name'
import { beginsWithSlips } from './typing-slips'

/** What a name is looked for by. Seats and towns are ranked on one scale: lower is better. */
export type Answering = { names: readonly string[]; mp: string | null }

const RANK = {
  name: 0,
  nameBegins: 1,
  wordsBegin: 2,
  laterWordsBegin: 3,
  mp: 4,
  town: 5,
  mpBegins: 6,
  wordsOfBoth: 7,
  townBegins: 8,
  withinName: 9,
  nameWithSlips: 10,
  townWithSlips: 11,
}

/** How well a seat, by any of its names or its MP's, answers to what was typed; null when it does not. */
export function seatRank({ names, mp }: Answering, typed: Folded): number | null {
  const person = folded(mp ?? '')
  const ranks = names.map((name) => rankOf(folded(name), person, typed)).filter((rank) => rank !== null)
  return ranks.length > 0 ? Math.min(...ranks) : null
}

/** How well a town answers: with its whole name, or the beginning of it from three letters on. */
export function townRank(town: string, { line }: Folded): number | null {
  const name = folded(town).line
  if (name === line) return RANK.town
  return line.length >= 3 && name.startsWith(line) ? RANK.townBegins : null
}

/** How well a seat answers when slips of the fingers are forgiven. */
export function slippedSeatRank({ names, mp }: Answering, typed: Folded): number | null {
  const each = [...names, mp ?? ''].map((name) => folded(name).words)
  return each.some((words) => allSlipped(words, typed)) ? RANK.nameWithSlips : null
}

/** How well a town answers when slips of the fingers are forgiven. */
export function slippedTownRank(town: string, typed: Folded): number | null {
  return allSlipped(folded(town).words, typed) ? RANK.townWithSlips : null
}

function rankOf({ words, line: name }: Folded, mp: Folded, { words: typed, line }: Folded): number | null {
  if (name === line) return RANK.name
  if (name.startsWith(line)) return RANK.nameBegins
  if (beginsEach(words, typed)) return words[0]?.startsWith(typed[0] ?? '') ? RANK.wordsBegin : RANK.laterWordsBegin
  if (mp.words.at(-1) === line || mp.line === line) return RANK.mp
  if (beginsEach(mp.words, typed)) return RANK.mpBegins
  if (beginsEach([...words, ...mp.words], typed)) return RANK.wordsOfBoth
  // "deen" for Aberdeen: from three letters on, or everything would match.
  return line.length >= 3 && name.includes(line) ? RANK.withinName : null
}

/** Whether every word typed begins a word of its own. */
function beginsEach(words: readonly string[], typed: readonly string[]): boolean {
  const left = [...words]
  // The longest first, so that "w west" does not take "West" for its "w".
  return [...typed]
    .sort((a, b) => b.length - a.length)
    .every((word) => {
      const at = left.findIndex((one) => one.startsWith(word))
      if (at >= 0) left.splice(at, 1)
      return at >= 0
    })
}

function allSlipped(words: readonly string[], { words: typed }: Folded): boolean {
  return typed.every((typo) => words.some((word) => word.startsWith(typo) || beginsWithSlips(word, typo)))
}
