import type { KitSentence, LetterKit } from './letter-kit'
import { SIGNS, START_SIGN, signsOf, twoOf } from './wording'

/** What an MP's letters hold already, counted over all that were given, and the newest of them as they are. */
export type GivenBefore = {
  letters: number
  /** How often each form of each sentence was said, and in which letter last (from 1; 0 for never). */
  uses: Uint16Array
  lastUse: Uint32Array
  sentenceUses: Uint32Array
  skeletons: Uint32Array
  /** Letters that argue an ask, by its place. */
  argued: Uint32Array
  /** For each sentence the newest letters that hold it, in turns: `HOLDERS_MOST` numbers of letters, and their forms. */
  holders: { letters: Uint32Array; forms: Uint16Array }
}

/** Of the letters that hold a sentence, so many of the newest are compared piece by piece. */
export const HOLDERS_MOST = 100
/** Codes of one version of the text; `numbers` says which sentence of the kit each of its own is now, -1 for none. */
export type Codes = { printed: string; numbers: Int32Array | null }

export function noneBefore(kit: LetterKit): GivenBefore {
  return {
    letters: 0,
    uses: new Uint16Array(kit.forms),
    lastUse: new Uint32Array(kit.forms),
    sentenceUses: new Uint32Array(kit.sentences.length),
    skeletons: new Uint32Array(64),
    argued: new Uint32Array(kit.asks.length),
    holders: {
      letters: new Uint32Array(kit.sentences.length * HOLDERS_MOST),
      forms: new Uint16Array(kit.sentences.length * HOLDERS_MOST),
    },
  }
}

/** Counts printed wordings (wording.ts), which stand one after the other, oldest first. */
export function countGiven(kit: LetterKit, { printed, numbers }: Codes, before: GivenBefore): void {
  const { uses, lastUse, sentenceUses, skeletons, argued, holders } = before
  const { firstForm, forms, argues } = kit.columns
  const signs = signsOf(printed)
  let lastAsk = -1
  for (let at = 0; at < signs.length; ) {
    if (signs[at] === START_SIGN) {
      before.letters++
      lastAsk = -1
      const skeleton = signs[at + 1] ?? 0
      skeletons[skeleton] = (skeletons[skeleton] ?? 0) + 1
      at += 2
      continue
    }
    const own = twoOf(signs, at)
    const form = twoOf(signs, at + 2)
    at += SIGNS
    const sentence = numbers ? (numbers[own] ?? -1) : own
    if (form >= (forms[sentence] ?? 0)) continue
    const key = (firstForm[sentence] ?? 0) + form
    uses[key] = (uses[key] ?? 0) + 1
    lastUse[key] = before.letters
    const earlier = sentenceUses[sentence] ?? 0
    sentenceUses[sentence] = earlier + 1
    const place = sentence * HOLDERS_MOST + (earlier % HOLDERS_MOST)
    holders.letters[place] = before.letters
    holders.forms[place] = form
    const ask = argues[sentence] ?? -1
    if (ask < 0 || ask === lastAsk) continue
    lastAsk = ask
    argued[lastAsk] = (argued[lastAsk] ?? 0) + 1
  }
}

/**
 * For each sentence of an earlier kit its number in this one, by its text and its place; -1 for one that is gone.
 * `null` where the kits are the same.
 */
export function numbersIn(kit: LetterKit, earlier: LetterKit): Int32Array | null {
  if (kit === earlier) return null
  const now = new Map(kit.sentences.map((sentence) => [keyOf(sentence), sentence.at]))
  return Int32Array.from(earlier.sentences, (sentence) => now.get(keyOf(sentence)) ?? -1)
}

function keyOf({ slot, ask, source }: KitSentence): string {
  return `${slot} ${ask} ${source}`
}
