import { type CampaignContent, campaignContent } from '@/lib/content/content'
import { contentFor } from '@/lib/content/content-for-mp'
import { lengthsOf, pairShare, readingAge } from './length-and-reading-age'
import { letterSlots } from './letter-slots'
import { sharedSentences } from './shared-sentences'

/** Something to mend before publishing (`fault`), or worth a thought (`advice`); `field` is its path in the content. */
export type Finding = { weight: 'fault' | 'advice'; field: string; message: string }

/** The figures that staff see beside their text, for all MPs or for one group of them. */
export type LetterFigures = {
  /** The group's name; `null` for every MP that is in none. */
  group: string | null
  /** Words of the shortest letter, with one ask, and of the longest, with all; no own words. */
  shortest: number
  longest: number
  /** In years, of the letter as its MP gets it. */
  readingAge: number
  /** What two letters picked at random have in common, from 0 to 1 (Dice, pieces of 32 characters). */
  inCommon: number
}

export type Lint = { findings: Finding[]; figures: LetterFigures[] }

const LEAST_WORDS = 150
const MOST_WORDS = 400
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
  return { group, ...lengthsOf(content), readingAge: readingAge(content), inCommon: pairShare(content) }
}

function figureFindings({ group, shortest, longest, readingAge: age, inCommon }: LetterFigures): Finding[] {
  const whose = group ? `For “${group}”: ` : ''
  const say = (weight: Finding['weight'], message: string): Finding => ({
    weight,
    field: 'letter',
    message: whose + message,
  })
  return [
    shortest < LEAST_WORDS &&
      say('fault', `the shortest letter, with one ask, has ${shortest} words; ${LEAST_WORDS} are needed.`),
    longest > MOST_WORDS &&
      say('fault', `the longest letter has ${longest} words; offices read ${MOST_WORDS} to the end.`),
    age > READING_AGE_MOST && say('advice', `one has to be ${age} to read it with ease. Shorter sentences help.`),
    inCommon > IN_COMMON_MOST &&
      say(
        'advice',
        `two letters have ${Math.round(inCommon * 100)} % in common. More wordings, and fewer set phrases, help.`,
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
