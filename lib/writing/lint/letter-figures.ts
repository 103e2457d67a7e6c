import type { CampaignContent } from '@/lib/content/content'
import { wordCount } from '@/lib/kernel/text'
import { pairShare, readingAge } from './length-and-reading-age'
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
/** One of the shortest names that a constituency has; the longest in words, of Doncaster East and the Isle of Axholme, has six more. */
const SHORTEST_NAME = 'Bath'
const LONGER_NAME = 6

/** Draws the letters that one MP would get, and counts in them; a letter or less at each step. */
export function* letterFigures(group: string | null, content: CampaignContent): Generator<void, LetterFigures> {
  const letters: Drawn[] = []
  const texts: string[] = []
  const lengths = { shortest: Number.POSITIVE_INFINITY, longest: 0 }
  const facts = { mpName: 'Dame Anna van der Berg', constituency: SHORTEST_NAME, nation: 'England' }
  for (const letter of drawInTurn(content, LETTERS)) {
    letters.push(letter)
    const { body } = written(content, letter, facts)
    const words = wordCount(body)
    lengths.shortest = Math.min(lengths.shortest, words)
    lengths.longest = Math.max(lengths.longest, words + timesNamed(letter) * LONGER_NAME)
    if (texts.length < COMPARED) texts.push(body)
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

/** How often a letter names its writer's constituency in what stands in its body. */
function timesNamed({ said }: Drawn): number {
  return said
    .filter(({ slot }) => slot !== 'subject')
    .reduce((times, { text }) => times + text.split('{constituency}').length - 1, 0)
}
