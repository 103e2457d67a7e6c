import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import type { CampaignContent } from '@/lib/content/content'
import { fillPlaceholders } from '@/lib/content/placeholders'
import { wordCount } from '@/lib/kernel/text'
import { composeLetter } from '@/lib/writing/compose'
import { diceOf, shinglesOf } from '@/lib/writing/originality/shingles'
import { chooseWording } from '@/lib/writing/wordings/choose-wording'

/** The longest name in words, of constituencies and of Members. */
const FILL = {
  mp: 'Dame Anna van der Berg',
  constituency: 'Doncaster East and the Isle of Axholme',
  nation: 'Northern Ireland',
}
const LETTERS = 12
/** So far apart that the turns are as good as random. */
const STRIDE = 997
/** A child of five is in the year below the first grade. */
const AGE_BEFORE_FIRST_GRADE = 5

/** Words of the shortest letter (one ask) and of the longest (all), by the lengths of the wordings themselves. */
export function lengthsOf({ letter, asks }: CampaignContent): { shortest: number; longest: number } {
  const lengths = (wordings: string[], fill: boolean) =>
    wordings.map((text) => wordCount(fill ? fillPlaceholders(text, FILL) : text))
  const frame = [letter.openings, letter.requests, letter.closes]
  const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0)
  return {
    shortest:
      sum(frame.map((wordings) => Math.min(...lengths(wordings, false)))) +
      Math.min(...asks.flatMap(({ wordings }) => lengths(wordings, false))),
    longest: sum(
      [...frame, ...asks.map(({ wordings }) => wordings)].map((wordings) => Math.max(...lengths(wordings, true))),
    ),
  }
}

/** The age at which the letters read with ease: the Flesch–Kincaid grade (Kincaid and others, 1975) and five years. */
export function readingAge(content: CampaignContent): number {
  const texts = sample(content)
  const count = (of: (text: string) => number) => texts.reduce((sum, text) => sum + of(text), 0)
  const grade = fleschKincaid({
    sentence: count((text) => text.split(/[.?!](?:\s|$)/).filter((sentence) => sentence.trim() !== '').length),
    word: count(wordCount),
    syllable: count(syllable),
  })
  return Math.round(grade + AGE_BEFORE_FIRST_GRADE)
}

/** What two letters picked at random have in common, from 0 to 1: the mean of Dice's overlaps over all pairs of a sample. */
export function pairShare(content: CampaignContent): number {
  const shingles = sample(content).map(shinglesOf)
  const overlaps = shingles.flatMap((one, at) => shingles.slice(0, at).map((other) => diceOf(one, other)))
  return overlaps.reduce((sum, overlap) => sum + overlap, 0) / Math.max(1, overlaps.length)
}

function sample(content: CampaignContent): string[] {
  return Array.from({ length: LETTERS }, (_, at) => {
    const parts = { asks: content.asks.map(({ id }) => id), reason: '', wording: chooseWording(content, at * STRIDE) }
    return composeLetter(content, { ...parts, mpName: FILL.mp, constituency: 'Bath', nation: 'England' }).body
  })
}
