import { syllable } from 'syllable'
import { wordCount } from '@/lib/kernel/text'
import { diceOf, shinglesOf } from '@/lib/writing/originality/shingles'

/** A child of five is in the year below the first grade. */
const AGE_BEFORE_FIRST_GRADE = 5

/** The age at which the letters read with ease: the Flesch–Kincaid grade (Kincaid and others, 1975) and five years. */
export function readingAge(texts: string[]): number {
  const count = (of: (text: string) => number) => texts.reduce((sum, text) => sum + of(text), 0)
  const words = count(wordCount)
  if (words === 0) return 0
  const perSentence = words / count((text) => text.split(/[.?!](?:\s|$)/).filter((part) => part.trim() !== '').length)
  const grade = 0.39 * perSentence + 11.8 * (count(syllable) / words) - 15.59
  return Math.round(grade + AGE_BEFORE_FIRST_GRADE)
}

/** What two letters picked at random have in common, from 0 to 1: the mean of Dice's overlaps over all pairs. */
export function pairShare(texts: string[]): number {
  const shingles = texts.map(shinglesOf)
  const overlaps = shingles.flatMap((one, at) => shingles.slice(0, at).map((other) => diceOf(one, other)))
  return overlaps.reduce((sum, overlap) => sum + overlap, 0) / Math.max(1, overlaps.length)
}
