// State: one copy in a process.
import { say } from '@/lib/content/wordings/sentence'
import type { KitSentence, LetterKit } from './letter-kit'

/** Words of fewer letters come again in any text. */
const LETTERS_LEAST = 4
const COMMON = new Set(
  'about also been being both from have into just more most over please some that their them then there these they this those though very were what when where which will with would could should your'.split(
    ' ',
  ),
)
/** Different words that a text may have; those past them echo nothing. */
export const WORDS_NUMBERED = 20_000

type Heard = { numbers: Map<string, number>; forms: (Uint16Array | undefined)[] }
const heardOf = new WeakMap<LetterKit, Heard>()

/**
 * The words of a form of a sentence that its reader still has in the ear when they come again: “HART urged … urging …”,
 * the same thing reported twice. Each a number, once; names and endings do not count, and no subject is heard.
 */
export function wordsHeard(kit: LetterKit, sentence: KitSentence, form: number): Uint16Array {
  const heard = heardOf.get(kit) ?? hearAnew(kit)
  const key = sentence.firstForm + form
  const known = heard.forms[key]
  if (known) return known
  const stems = sentence.slot === 'subject' ? [] : stemsIn(say(sentence, form))
  const made = Uint16Array.from(new Set(stems.map((stem) => numberOf(heard, stem)).filter((one) => one > 0)))
  heard.forms[key] = made
  return made
}

function hearAnew(kit: LetterKit): Heard {
  const heard: Heard = { numbers: new Map(), forms: [] }
  heardOf.set(kit, heard)
  return heard
}

function numberOf({ numbers }: Heard, stem: string): number {
  const number = numbers.get(stem) ?? numbers.size + 1
  if (number >= WORDS_NUMBERED) return 0
  numbers.set(stem, number)
  return number
}

/** The words that an ear keeps, without names and endings: “urging” and “urged” are one. */
export function stemsIn(sentence: string): string[] {
  const words = sentence.match(/(?<![\p{L}{])\p{Ll}[\p{L}-]+/gu) ?? []
  return words.filter((word) => word.length >= LETTERS_LEAST && !COMMON.has(word)).map(stemOf)
}

function stemOf(word: string): string {
  return word.length > LETTERS_LEAST ? word.replace(/(?:ing|ed|es|s|e|ly)$/, '') : word.replace(/(?:s|e)$/, '')
}
