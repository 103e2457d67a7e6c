import type { z } from 'zod'
import { lengthOf } from '@/lib/kernel/text'
import { letterLine, listOf, pageText } from './content-text'
import { distinct } from './distinct'
import { SUBJECT_MOST, TYPED_MOST } from './letter-limits'
import { fillPlaceholders } from './placeholders'
import { FORMS_MOST, readParts } from './wordings/alternatives'
import { readSentences } from './wordings/sentence'

/** So long that a letter of the longest wordings stays under its 10,000 characters. */
const WORDING_MOST = 800
/** Longer than any of the 650 constituencies' names (40 characters) and of their members' (27). */
const LONGEST_FILL = { mp: 'm'.repeat(45), constituency: 'c'.repeat(45), nation: 'Northern Ireland' }

const subject = wording('Subject', SUBJECT_MOST).refine(
  (text) => longestForm(text) > SUBJECT_MOST || longestForm(text, LONGEST_FILL) <= SUBJECT_MOST,
  { error: `Subject: with a long name filled in it would have more than ${SUBJECT_MOST} characters.` },
)

/** The wordings of one slot of a letter, a paragraph each, no two alike. */
export const wordings = (label: string) =>
  listOf(label, wording(label, WORDING_MOST), { least: 2, most: 12 }).superRefine(distinct(label))

/** Sentences that name other asks: each holds `{others}` once. */
export const mentions = (label: string) =>
  listOf(
    label,
    letterLine(label, TYPED_MOST, ['others'])
      .superRefine(sound(label, WORDING_MOST))
      .refine((text) => text.split('{others}').length === 2, {
        error: `${label}: each says once, by {others}, where the other asks stand.`,
      }),
    { least: 1, most: 12 },
  ).superRefine(distinct(label))

/** An ask in half a sentence, after "to": no capital, no full stop. */
export const mention = (label: string) =>
  wording(label, 160).refine((text) => !/[.?!]$|^to /.test(text), {
    error: `${label}: it completes a sentence, after “to”. Leave out “to” and the full stop.`,
  })

/** The subjects of a letter, no two alike. */
export const subjects = (label: string) => listOf(label, subject, { least: 2, most: 24 }).superRefine(distinct(label))

function wording(label: string, most: number) {
  return letterLine(label, TYPED_MOST).superRefine(sound(label, most))
}

/** Refuses what is too long in its longest form, and sentences that can be said in more ways than can be looked over. */
function sound(label: string, most: number) {
  return (text: string, ctx: z.core.$RefinementCtx<string>) => {
    const add = (message: string) => ctx.addIssue({ code: 'custom', message: `${label}: ${message}` })
    const sentences = readSentences(text)
    const many = sentences.find(({ forms }) => forms > FORMS_MOST)
    if (many) {
      const start = `${many.source.slice(0, 40)}…`
      add(`“${start}” can be said in more than ${FORMS_MOST} ways. Make two sentences of it, or take alternatives out.`)
    }
    const longest = longestForm(text)
    if (longest > most) add(`at most ${most} characters fit, this has ${longest}.`)
  }
}

/** Characters of a wording in its longest form, with `fill` for its placeholders. */
function longestForm(text: string, fill?: typeof LONGEST_FILL): number {
  const lengths = readParts(text).map(({ said }) =>
    [said].flat().reduce((most, one) => Math.max(most, lengthOf(fill ? fillPlaceholders(one, fill) : one)), 0),
  )
  return lengths.reduce((sum, length) => sum + length, 0)
}

/** Paragraphs of a page. */
export const paragraphs = (label: string, most: number) => listOf(label, pageText(label, 1200), { least: 1, most })
