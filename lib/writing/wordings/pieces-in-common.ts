// State: one copy in a process.
import type { Sentence } from '@/lib/content/wordings/sentence'

/** Letters and digits in a row that are compared (originality/shingles.ts). */
const PIECE = 32
/** A placeholder's value, in letters: most names of constituencies have 9 to 20. */
const FILLED = 14
/** Of sentences with so many forms every two are compared once, and the answer is kept. */
const KEPT_MOST = 64
/** What two forms share is one number: three of so many bits, and a last one. */
const BITS = 10
const MOST = (1 << BITS) - 1
const WHOLE = 1 << (3 * BITS)
const NOT_YET = -1

type Written = Pick<Sentence, 'parts' | 'forms'>

/** A sentence in letters and digits: its fixed stretches, the alternatives between them, and which of those each form takes. */
type Lengths = { fixed: number[]; alternatives: number[][]; taken: Uint16Array; kept: Int32Array | null }

const known = new WeakMap<Written, Lengths>()

/** What two forms of a sentence share, as one number: see {@link piecesIn}, {@link headIn}, {@link tailIn}, {@link wholeIn}. */
export function shared(sentence: Written, one: number, other: number): number {
  const lengths = lengthsOf(sentence)
  const { kept } = lengths
  if (!kept) return compare(lengths, one, other)
  const place = one * sentence.forms + other
  const answer = kept[place] ?? NOT_YET
  if (answer !== NOT_YET) return answer
  kept[place] = compare(lengths, one, other)
  return kept[place] ?? 0
}

/** 32-character pieces within the stretches on which the forms agree. */
export const piecesIn = (both: number): number => both & MOST
/** Letters of the stretch with which both begin. */
export const headIn = (both: number): number => (both >> BITS) & MOST
/** Letters of the stretch with which both end. */
export const tailIn = (both: number): number => (both >> (2 * BITS)) & MOST
/** Whether they are one and the same. */
export const wholeIn = (both: number): boolean => both >= WHOLE

/** How many pieces a stretch of so many letters holds. */
export function piecesOf(letters: number): number {
  return letters < PIECE ? 0 : letters - PIECE + 1
}

function compare({ fixed, alternatives, taken }: Lengths, one: number, other: number): number {
  const count = alternatives.length
  let pieces = 0
  let head = NOT_YET
  let run = fixed[0] ?? 0
  for (let at = 0; at < count; at++) {
    const mine = taken[one * count + at] ?? 0
    if (mine === taken[other * count + at]) run += alternatives[at]?.[mine] ?? 0
    else {
      if (head === NOT_YET) head = run
      pieces += piecesOf(run)
      run = 0
    }
    run += fixed[at + 1] ?? 0
  }
  const whole = head === NOT_YET
  const [first, last] = [Math.min(MOST, whole ? run : head), Math.min(MOST, run)]
  return Math.min(MOST, pieces + piecesOf(run)) | (first << BITS) | (last << (2 * BITS)) | (whole ? WHOLE : 0)
}

function lengthsOf(sentence: Written): Lengths {
  const before = known.get(sentence)
  if (before) return before
  const fixed = [0]
  const alternatives: number[][] = []
  for (const part of sentence.parts) {
    if (typeof part === 'string') fixed[alternatives.length] = (fixed[alternatives.length] ?? 0) + lettersIn(part)
    else {
      alternatives.push(part.map(lettersIn))
      fixed.push(0)
    }
  }
  const taken = new Uint16Array(sentence.forms * alternatives.length)
  for (let form = 0, place = 0; form < sentence.forms; form++) {
    let left = form
    for (const { length } of alternatives) {
      taken[place++] = left % length
      left = Math.floor(left / length)
    }
  }
  const kept = sentence.forms <= KEPT_MOST ? new Int32Array(sentence.forms ** 2).fill(NOT_YET) : null
  const lengths = { fixed, alternatives, taken, kept }
  known.set(sentence, lengths)
  return lengths
}

function lettersIn(text: string): number {
  return text.replace(/\{\w+\}/g, 'x'.repeat(FILLED)).replace(/[^\p{L}\p{N}]/gu, '').length
}
