import { type Drawn, draw, type Wish } from './draw'
import type { GivenBefore } from './given-before'
import { type LetterKit, LONG } from './letter-kit'
import { largestOverlap } from './pieces-in-common'
import { randomFrom } from './random'
import type { Wording } from './wording'

/** Words of a letter as it is given, without own words. */
export const LEAST_WORDS = 110
export const MOST_WORDS = 180
/** A constituency's name counts as three words where letters are drawn; it has one to seven. */
const SHORTER_NAME = 2
const LONGER_NAME = 4
const CANDIDATES = 40
const FINALISTS = 12
const TRIES_MOST = 160
/** Letters that an office still has in mind. */
const LATELY = 20
/** Seats begin at different numbers: their MPs compare notes. */
const SEAT = 7919

/**
 * The wording for the next letter to a seat (`seat`: any whole number that is its own): of some forty that are drawn, the one
 * that an office would find least like what it had. First sentences that came lately, then repeats of long
 * sentences, then first lines and subjects, then 32-character pieces in common. It follows from the kit, from what was
 * given before, the wish and the seat alone.
 */
export function chooseWording(kit: LetterKit, before: GivenBefore, wish: Wish, seat: number): Wording {
  const random = randomFrom(seat * SEAT + before.letters)
  const fitting: { drawn: Drawn; cost: number[] }[] = []
  let nearest: { drawn: Drawn; off: number } | null = null
  for (let tried = 0; fitting.length < CANDIDATES && tried < TRIES_MOST; tried++) {
    const drawn = draw(kit, before, wish, random)
    const off = Math.max(0, LEAST_WORDS + SHORTER_NAME - drawn.words, drawn.words - MOST_WORDS + LONGER_NAME)
    if (off === 0) fitting.push({ drawn, cost: costOf(kit, before, drawn) })
    else if (!nearest || off < nearest.off) nearest = { drawn, off }
  }
  if (fitting.length === 0) return wordingOf(nearest?.drawn ?? draw(kit, before, wish, random))
  const finalists = fitting.sort((one, other) => compare(one.cost, other.cost)).slice(0, FINALISTS)
  const weighed = finalists.map(({ drawn, cost: [lately = 0, ...rest] }) => {
    const overlap = largestOverlap(kit, before, drawn)
    return { drawn, cost: [lately + Math.max(0, overlap - ALIKE) * 10, ...rest, overlap] }
  })
  return wordingOf(weighed.reduce((best, one) => (compare(one.cost, best.cost) < 0 ? one : best)).drawn)
}

/** From here on a reader would take two letters for one. */
const ALIKE = 0.12

function costOf({ sentences }: LetterKit, before: GivenBefore, { said, first, subject }: Drawn): number[] {
  let lately = 0
  let repeats = 0
  for (const { sentence, form, words } of said) {
    const key = (sentences[sentence]?.firstForm ?? 0) + form
    const last = before.lastUse[key] ?? 0
    if (last > 0 && before.letters - last < LATELY) lately++
    if (words >= LONG) repeats += (before.uses[key] ?? 0) ** 2
  }
  return [lately, repeats, (before.uses[first] ?? 0) + (before.uses[subject] ?? 0)]
}

function wordingOf({ skeleton, said }: Drawn): Wording {
  return { skeleton, said: said.map(({ sentence, form }) => ({ sentence, form })) }
}

function compare(one: number[], other: number[]): number {
  for (const [at, cost] of one.entries()) {
    const difference = cost - (other[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
