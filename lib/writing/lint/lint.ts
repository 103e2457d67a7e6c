import type { z } from 'zod'
import { type CampaignContent, campaignContent } from '@/lib/content/content'
import { contentFor } from '@/lib/content/content-for-mp'
import type { Both } from '@/lib/writing/draft-as-letter-type'
import { LEAST_WORDS, MOST_WORDS } from '@/lib/writing/wordings/choose-wording'
import { faultWords } from './fault-words'
import { LETTERS, type LetterFigures, letterFigures } from './letter-figures'
import { letterSlots, type NamedSlot, slotName } from './letter-slots'
import { sharedRuns } from './shared-runs'
import { sharedSentences } from './shared-sentences'
import { LEAST_WORDINGS } from './slot-words'
import { MORE } from './with-more'
import { wordingFaults } from './wording-faults'

/** Something to mend before publishing (`fault`), or worth a thought (`advice`); `field` is its path in the content. */
export type Finding = { weight: 'fault' | 'advice'; field: string; message: string; both?: Both }

export type Lint = { findings: Finding[]; figures: LetterFigures[] }

/** From so many times an office has seen that the letters are of one campaign. */
const REPEATED_MOST = 6
const READING_AGE_MOST = 17
const IN_COMMON_MOST = 0.25
/** Of a hundred letters; now and then it cannot be helped. */
const SAME_BEGINNINGS_MOST = 15
/** Of one wording: what else there is shows once these are mended. */
const TOLD_OF_A_WORDING = 4
/** Groups whose letters are drawn; those of further ones are made of the same wordings, for the most part. */
const GROUPS_LOOKED_AT = 6

/**
 * Looks over a version as an editor has it, finished or not. What the schema refuses (an unknown token, a missing
 * part) comes first and alone, since nothing can be composed from it. Pure, and done at once: see lint-in-turn.ts.
 */
export function lintContent(draft: unknown): Lint {
  const parsed = campaignContent.safeParse(draft)
  if (!parsed.success) return refusedBySchema(parsed.error)
  const steps = lintSteps(parsed.data)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** What the schema refuses, as the only findings. */
export function refusedBySchema({ issues }: z.ZodError): Lint {
  return {
    findings: issues.map(({ path, message }): Finding => ({ weight: 'fault', field: path.join('.'), message })),
    figures: [],
  }
}

/** The same in small steps: a letter, or a few ways of saying a sentence, at each. */
export function* lintSteps(content: CampaignContent): Generator<void, Lint> {
  const groups = content.groups.filter(({ aside }) => aside === null).slice(0, GROUPS_LOOKED_AT)
  const figures = [yield* letterFigures(null, content)]
  for (const group of groups) figures.push(yield* letterFigures(group.name, contentFor(content, group)))
  const slots = letterSlots(content)
  const wordings = yield* wordingFindings(slots)
  return {
    findings: [...figures.flatMap((one) => figureFindings(one, content.asks)), ...slotFindings(slots), ...wordings],
    figures,
  }
}

function figureFindings(figures: LetterFigures, asks: CampaignContent['asks']): Finding[] {
  const { group, shortest, longest, readingAge: age, inCommon, repeated, withMore, beginnings } = figures
  const whose = group ? `For “${group}”: ` : ''
  const say = (weight: Finding['weight'], message: string): Finding => ({
    weight,
    field: 'letter',
    message: whose + message,
  })
  const bring =
    withMore === null ? '' : ` With ${MORE} more there, as long and with as many alternatives, it would be ${withMore}.`
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
        `two letters have ${Math.round(inCommon * 100)}% in common. More wordings, and fewer set phrases, help.`,
      ),
    repeated &&
      repeated.times > REPEATED_MOST &&
      say(
        'advice',
        `with ${LETTERS} letters to one MP, an office would see “${repeated.text}” ${repeated.times} times. It is ${slotName(repeated, asks)}: more wordings there, or more alternatives in this sentence, help most.${bring}`,
      ),
    beginnings.letters > SAME_BEGINNINGS_MOST &&
      say(
        'advice',
        `in ${beginnings.letters} of ${LETTERS} letters two sentences begin with the same words, as “${beginnings.words}”.`,
      ),
  ].filter((finding) => finding !== false && finding !== null)
}

function slotFindings(slots: NamedSlot[]): Finding[] {
  const advice = (field: string, message: string, both?: Both): Finding => ({
    weight: 'advice',
    field,
    message,
    ...(both && { both }),
  })
  const sentences = slots.filter(({ slot }) => slot !== 'naming')
  const few = sentences
    .filter(({ slot, wordings }) => slot !== 'mention' && wordings.length < LEAST_WORDINGS)
    .map(({ field, name, wordings }) =>
      advice(
        field,
        `${name}: ${wordings.length} wordings. With ${LEAST_WORDINGS} or more, letters to one MP differ enough.`,
      ),
    )
  const shared = sharedSentences(sentences)
  const told = new Set(shared.map(({ fields: [, later] }) => later))
  return [
    ...few,
    ...shared.map(({ sentence, fields: [earlier, later] }) =>
      advice(later, `“${sentence}” stands in ${earlier} too. An office sees at once that one hand wrote both.`),
    ),
    ...sharedRuns(slots)
      .filter(({ here }) => !told.has(here.field))
      .map(({ words, here, there }) =>
        advice(
          here.field,
          `“${words}” stands in ${there.name} and in ${here.name}. An office sees at once that one hand wrote both.`,
          [there, here].map(({ name, text, from, to }) => ({
            name,
            before: text.slice(0, from),
            shared: text.slice(from, to),
            after: text.slice(to),
          })),
        ),
      ),
  ]
}

/** What is wrong in some way of saying a wording, each fault at its wording. */
function* wordingFindings(slots: NamedSlot[]): Generator<void, Finding[]> {
  const findings: Finding[] = []
  for (const { field, name, slot, wordings } of slots) {
    for (const [at, wording] of wordings.entries()) {
      const faults = yield* wordingFaults(wording, slot)
      const [own, path] = slot === 'naming' ? [name, field] : [`${name} ${at + 1}`, `${field}.${at}`]
      for (const fault of faults.slice(0, TOLD_OF_A_WORDING)) {
        findings.push({ weight: 'advice', field: path, message: faultWords(own, fault) })
      }
    }
  }
  return findings
}
