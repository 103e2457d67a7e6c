import { addTo, costBeside, takeFrom } from './beside'
import { type Drawing, type Drawn, drawAgain, drawEveryLength, drawWording, newDrawing } from './draw'
import type { GivenBefore } from './given-before'
import type { KitWording, LetterKit } from './letter-kit'
import { nextSkeleton, type Plan, plansFor, type Wish } from './plan'
import { randomFrom } from './random'
import { lengthsWithin } from './reach'
import { cheapest, type Lengths } from './search'
import type { Wording } from './wording'

/** Words of a letter as it is given, without own words. */
export const LEAST_WORDS = 110
export const MOST_WORDS = 180
/** A constituency's name counts as three words where letters are drawn; it has one to seven. */
const SHORTER_NAME = 2
const LONGER_NAME = 4
const LENGTHS: Lengths = { least: LEAST_WORDS + SHORTER_NAME, most: MOST_WORDS - LONGER_NAME }
/** Where no letter of a text can have these words, so many more or fewer than comes nearest leave some choice. */
const NEAR = 10
/** Forms of a sentence that are weighed where all wordings of a slot are drawn, and where the sentence is drawn again. */
const TRIES = 5
const TRIES_AGAIN = 12
/** Seats begin at different numbers: their MPs compare notes. */
const SEAT = 7919

/**
 * The wording for the next letter to a seat (`seat`: any whole number that is its own): what an office would find least
 * like what it had. Every sentence is said as it was least often; of the wordings so drawn those are taken that
 * together repeat least of the last letters and of long sentences, and share least with any one letter; then each is
 * drawn once more beside the others. It follows from the kit, from what was given before, the wish and the seat alone.
 */
export function chooseWording(kit: LetterKit, before: GivenBefore, wish: Wish, seat: number): Wording {
  const random = randomFrom(seat * SEAT + before.letters)
  const drawing = newDrawing(kit, before, random)
  const skeleton = nextSkeleton(before, random)
  const drawn = drawLetter(drawing, wish) ?? []
  const said = drawn.flatMap((one) => one.said.map(({ sentence, form }) => ({ sentence: sentence.at, form })))
  return { skeleton, said }
}

function drawLetter(drawing: Drawing, wish: Wish): Drawn[] | null {
  const plans = plansFor(drawing.kit, drawing.before, wish, drawing.random)
  const letter = plans[0] && drawUsual(drawing, plans[0], LENGTHS)
  if (letter) return letter
  // Hardly any letter of this plan has a letter's words: the first that can is taken, or what comes nearest.
  let nearest: { plan: Plan; length: number; off: number } | null = null
  for (const plan of plans) {
    const within = nearestIn(lengthsWithin(drawing.kit, plan))
    if (!nearest || within.off < nearest.off) nearest = { plan, ...within }
    if (nearest.off === 0) break
  }
  if (!nearest) return null
  const { plan, length, off } = nearest
  const lengths = off === 0 ? LENGTHS : { least: Math.max(0, length - NEAR), most: length + NEAR }
  return drawUsual(drawing, plan, lengths) ?? drawWithin(drawing, plan, lengths, drawEveryLength)
}

function drawUsual(drawing: Drawing, plan: Plan, lengths: Lengths): Drawn[] | null {
  return drawWithin(drawing, plan, lengths, (_, wording) => [drawWording(drawing, wording, TRIES)])
}

/** The best letter of some length among what is drawn for each slot, each wording drawn again beside the others. */
function drawWithin(
  drawing: Drawing,
  plan: Plan,
  { least, most }: Lengths,
  draw: (drawing: Drawing, wording: KitWording) => Drawn[],
): Drawn[] | null {
  const { beside } = drawing
  const own = { least: Math.max(0, least - plan.words), most: most - plan.words }
  const letter = cheapest(
    plan.slots.map((wordings) => wordings.flatMap((wording) => draw(drawing, wording))),
    beside,
    own,
  )
  if (!letter) return null
  for (const drawn of letter) addTo(beside, drawn)
  let words = letter.reduce((sum, drawn) => sum + drawn.words, 0)
  return letter.map((drawn) => {
    takeFrom(beside, drawn)
    const others = words - drawn.words
    const again = drawAgain(
      drawing,
      drawn,
      TRIES_AGAIN,
      (length) => others + length >= own.least && others + length <= own.most,
    )
    const better = isBetter(drawing, again, drawn) ? again : drawn
    words = others + better.words
    addTo(beside, better)
    return better
  })
}

/** Fewer sentences that were said before come first, whatever they share. */
function isBetter({ before, beside }: Drawing, one: Drawn, other: Drawn): boolean {
  const repeats = ({ said }: Drawn) =>
    said.reduce((sum, { sentence, form }) => sum + (before.uses[sentence.firstForm + form] ?? 0), 0)
  const fewer = repeats(other) - repeats(one)
  return fewer === 0 ? one.uses + costBeside(beside, one) < other.uses + costBeside(beside, other) : fewer > 0
}

/** Of some numbers of words, each a bit, the one that is nearest to what a letter may have, and how far it is off. */
function nearestIn(lengths: bigint): { length: number; off: number } {
  let nearest = { length: 0, off: Number.POSITIVE_INFINITY }
  for (let left = lengths, length = 0; left > 0n; left >>= 1n, length++) {
    const off = Math.max(0, LENGTHS.least - length, length - LENGTHS.most)
    if (left & 1n && off < nearest.off) nearest = { length, off }
  }
  return nearest
}
