import type { Sentence } from '@/lib/content/wordings/sentence'
import type { Drawn } from './draw'
import { type GivenBefore, HOLDERS_MOST } from './given-before'
import type { LetterKit } from './letter-kit'

/** Letters and digits in a row that are compared (originality/shingles.ts). */
const PIECE = 32
/** Letters and digits of a letter of ordinary length: what two of them share is told against twice as many. */
const ORDINARY = 700

/**
 * An estimate of the largest overlap (Dice, on 32-character pieces) of a drawn letter with the newest that were given:
 * by the sentences that both hold, without a text being made.
 */
export function largestOverlap({ sentences }: LetterKit, { holders }: GivenBefore, { said }: Drawn): number {
  const common = new Map<number, number>()
  for (const { sentence, form } of said) {
    const kept = sentences[sentence]
    if (!kept || kept.slot === 'subject') continue
    for (let place = sentence * HOLDERS_MOST; place < (sentence + 1) * HOLDERS_MOST; place++) {
      const letter = holders.letters[place] ?? 0
      if (letter === 0) break
      const pieces = piecesInCommon(kept, form, holders.forms[place] ?? 0)
      if (pieces > 0) common.set(letter, (common.get(letter) ?? 0) + pieces)
    }
  }
  return Math.max(0, ...common.values()) / ORDINARY
}

/** How many 32-character pieces two forms of one sentence share: those within the stretches on which they agree. */
export function piecesInCommon({ parts }: Pick<Sentence, 'parts'>, one: number, other: number): number {
  let common = 0
  let run = 0
  let left = one
  let right = other
  for (const part of parts) {
    if (typeof part === 'string') {
      run += lettersIn(part)
      continue
    }
    const mine = left % part.length
    if (mine === right % part.length) run += lettersIn(part[mine] ?? '')
    else {
      common += Math.max(0, run - PIECE + 1)
      run = 0
    }
    left = Math.floor(left / part.length)
    right = Math.floor(right / part.length)
  }
  return common + Math.max(0, run - PIECE + 1)
}

/** Letters and digits, near enough: a space and a mark in six. */
function lettersIn(text: string): number {
  return Math.round((text.length * 5) / 6)
}
