import type { CampaignContent } from '@/lib/content/content'
import { lengthsOf, pairShare, readingAge } from './length-and-reading-age'
import { type Drawn, drawInTurn, written } from './letters-in-turn'
import { type MostRepeated, mostRepeated, mostRepeatedOfSlots, sameBeginnings } from './repeats'
import { type SlotFigures, slotsInFigures } from './slots-in-figures'
import { timesWithMore } from './with-more'

/** The figures that staff see beside their text, for all MPs or for one group of them. */
export type LetterFigures = {
  /** The group's name; `null` for every MP that is in none. */
  group: string | null
  /** Words of the shortest and of the longest of a hundred letters to one MP, without own words, whatever the seat is called. */
  shortest: number
  longest: number
  /** In years, of the letter as its MP gets it. */
  readingAge: number
  /** What two letters picked at random have in common, from 0 to 1 (Dice, pieces of 32 characters). */
  inCommon: number
  /** With a hundred letters to one MP, the sentence that their office would see most often. */
  repeated: MostRepeated | null
  /** How often it would come up with two wordings more in its slot; `null` where that brings nothing, or cannot be. */
  withMore: number | null
  /** Of a hundred letters those in which two sentences begin with the same words, and such a beginning. */
  beginnings: { letters: number; words: string }
  slots: SlotFigures[]
}

/** Letters to one MP that are looked over. */
export const LETTERS = 100
/** Letters that are compared with each other: the first ones are of every voice. */
const COMPARED = 12
/** The longest name in words that a constituency has, and one of the shortest. */
const LONGEST_NAME = 'Doncaster East and the Isle of Axholme'
const SHORTEST_NAME = 'Bath'

/** Draws the letters that one MP would get, and counts in them; a letter or less at each step. */
export function* letterFigures(group: string | null, content: CampaignContent): Generator<void, LetterFigures> {
  const letters: Drawn[] = []
  const texts: string[] = []
  const lengths = { shortest: Number.POSITIVE_INFINITY, longest: 0 }
  const to = (constituency: string) => ({ mpName: 'Dame Anna van der Berg', constituency, nation: 'England' })
  for (const letter of drawInTurn(content, LETTERS)) {
    letters.push(letter)
    const bodies = [SHORTEST_NAME, LONGEST_NAME].map((name) => written(content, letter, to(name)).body)
    const { shortest, longest } = lengthsOf(bodies)
    lengths.shortest = Math.min(lengths.shortest, shortest)
    lengths.longest = Math.max(lengths.longest, longest)
    if (texts.length < COMPARED) texts.push(...bodies.slice(0, 1))
    yield
  }
  const ofSlots = mostRepeatedOfSlots(letters)
  const repeated = mostRepeated(ofSlots)
  const age = readingAge(texts)
  yield
  const inCommon = pairShare(texts)
  yield
  const withMore = repeated && repeated.times > 1 ? yield* timesWithMore(content, repeated, LETTERS) : null
  return {
    group,
    ...lengths,
    readingAge: age,
    inCommon,
    repeated,
    withMore: repeated && withMore !== null && withMore < repeated.times ? withMore : null,
    beginnings: sameBeginnings(letters),
    slots: slotsInFigures(content, ofSlots),
  }
}
