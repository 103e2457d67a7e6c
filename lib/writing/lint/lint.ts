import { type CampaignContent, campaignContent } from '@/lib/content/content'
import { contentFor } from '@/lib/content/content-for-mp'
import { LEAST_WORDS, MOST_WORDS } from '@/lib/writing/wordings/choose-wording'
import { lengthsOf, pairShare, readingAge } from './length-and-reading-age'
import { letterSlots, slotName } from './letter-slots'
import { lettersInTurn, type MostRepeated, mostRepeated } from './letters-in-turn'
import { sharedSentences } from './shared-sentences'

/** Something to mend before publishing (`fault`), or worth a thought (`advice`); `field` is its path in the content. */
export type Finding = { weight: 'fault' | 'advice'; field: string; message: string }

/** The figures that staff see beside their text, for all MPs or for one group of them. */
export type LetterFigures = {
  /** The group's name; `null` for every MP that is in none. */
  group: string | null
  /** Words of the shortest and of the longest of a hundred letters to one MP, without own words. */
  shortest: number
  longest: number
  /** In years, of the letter as its MP gets it. */
  readingAge: number
  /** What two letters picked at random have in common, from 0 to 1 (Dice, pieces of 32 characters). */
  inCommon: number
  /** With a hundred letters to one MP, the sentence that their office would see most often. */
  repeated: MostRepeated | null
}

export type Lint = { findings: Finding[]; figures: LetterFigures[] }

/** Letters to one MP that are looked over. */
const LETTERS = 100
/** Letters that are compared with each other: the first ones are of every voice. */
const COMPARED = 12
/** The longest name in words that a constituency has, and one of the shortest. */
const LONGEST_NAME = 'Doncaster East and the Isle of Axholme'
const SHORTEST_NAME = 'Bath'
/** From so many times an office has seen that the letters are of one campaign. */
const REPEATED_MOST = 6
const LEAST_WORDINGS = 4
const READING_AGE_MOST = 17
const IN_COMMON_MOST = 0.25

/**
 * Looks over a version as an editor has it, finished or not. What the schema refuses (an unknown token, a missing
 * part) comes first and alone, since nothing can be composed from it. Pure, and quick enough for every pause in typing.
 */
export function lintContent(draft: unknown): Lint {
  const parsed = campaignContent.safeParse(draft)
  if (!parsed.success) {
    const findings = parsed.error.issues.map(
      ({ path, message }): Finding => ({ weight: 'fault', field: path.join('.'), message }),
    )
    return { findings, figures: [] }
  }
  const all = { group: null, content: parsed.data }
  const groups = parsed.data.groups
    .filter(({ aside }) => aside === null)
    .map((group) => ({ group: group.name, content: contentFor(parsed.data, group) }))
  const figures = [all, ...groups].map(({ group, content }) => figuresOf(group, content))
  return { findings: [...figures.flatMap(figureFindings), ...slotFindings(parsed.data)], figures }
}

function figuresOf(group: string | null, content: CampaignContent): LetterFigures {
  const letters = lettersInTurn(content, LETTERS, SHORTEST_NAME)
  const longest = lettersInTurn(content, COMPARED, LONGEST_NAME).map(({ body }) => body)
  const texts = letters.map(({ body }) => body)
  const few = texts.slice(0, COMPARED)
  const lengths = lengthsOf([...texts, ...longest])
  return { group, ...lengths, readingAge: readingAge(few), inCommon: pairShare(few), repeated: mostRepeated(letters) }
}

function figureFindings({ group, shortest, longest, readingAge: age, inCommon, repeated }: LetterFigures): Finding[] {
  const whose = group ? `For “${group}”: ` : ''
  const say = (weight: Finding['weight'], message: string): Finding => ({
    weight,
    field: 'letter',
    message: whose + message,
  })
  return [
    shortest < LEAST_WORDS &&
      say('fault', `the shortest letter as given has ${shortest} words; ${LEAST_WORDS} are needed.`),
    longest > MOST_WORDS &&
      say(
        'fault',
        `the longest letter as given has ${longest} words; ${MOST_WORDS} are the most, since own words come on top.`,
      ),
    age > READING_AGE_MOST && say('advice', `one has to be ${age} to read it with ease. Shorter sentences help.`),
    inCommon > IN_COMMON_MOST &&
      say(
        'advice',
        `two letters have ${Math.round(inCommon * 100)} % in common. More wordings, and fewer set phrases, help.`,
      ),
    (repeated?.times ?? 0) > REPEATED_MOST &&
      say(
        'advice',
        `with ${LETTERS} letters to one MP, an office would see “${repeated?.text}” ${repeated?.times} times. It is ${slotName(repeated)}: more wordings there, or more alternatives in this sentence, help most.`,
      ),
  ].filter((finding) => finding !== false)
}

function slotFindings(content: CampaignContent): Finding[] {
  const slots = letterSlots(content)
  const few = slots
    .filter(({ wordings }) => wordings.length < LEAST_WORDINGS)
    .map(({ field, name, wordings }): Finding => {
      return {
        weight: 'advice',
        field,
        message: `${name}: ${wordings.length} wordings. With ${LEAST_WORDINGS} or more, letters to one MP differ enough.`,
      }
    })
  const shared = sharedSentences(slots).map(({ sentence, fields }): Finding => {
    return {
      weight: 'advice',
      field: fields[1],
      message: `“${sentence}” stands in ${fields[0]} too. An office sees at once that one hand wrote both.`,
    }
  })
  return [...few, ...shared]
}
