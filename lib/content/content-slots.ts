import type { z } from 'zod'
import { letterLine, listOf, pageText } from './content-text'
import { distinct } from './distinct'
import { SUBJECT_MOST, SUBJECTS_MOST, TYPED_MOST, WORDING_MOST, WORDINGS_LEAST, WORDINGS_MOST } from './letter-limits'
import { FORMS_MOST } from './wordings/alternatives'
import { longestForm } from './wordings/longest-form'
import { readSentences } from './wordings/sentence'

/** Longer than any of the 650 constituencies' names (40 characters) and of their members' (27). */
const LONGEST_FILL = { mp: 'm'.repeat(45), constituency: 'c'.repeat(45), nation: 'Northern Ireland' }

const subject = wording('Subject', SUBJECT_MOST).refine(
  (text) => longestForm(text) > SUBJECT_MOST || longestForm(text, LONGEST_FILL) <= SUBJECT_MOST,
  { error: `Subject: with a long name filled in it would have more than ${SUBJECT_MOST} characters.` },
)

/** The wordings of one slot of a letter, a paragraph each, no two alike. */
export const wordings = (label: string) =>
  listOf(label, wording(label, WORDING_MOST), { least: WORDINGS_LEAST, most: WORDINGS_MOST }).superRefine(
    distinct(label),
  )

/** Sentences that name other asks: each holds `{others}` once. */
export const mentions = (label: string) =>
  listOf(
    label,
    letterLine(label, TYPED_MOST, ['others'])
      .superRefine(sound(label, WORDING_MOST))
      .refine((text) => text.split('{others}').length === 2, {
        error: `${label}: each says once, by {others}, where the other asks stand.`,
      }),
    { least: 1, most: WORDINGS_MOST },
  ).superRefine(distinct(label))

/** An ask in half a sentence, after "to": no capital, no full stop. */
export const mention = (label: string) =>
  wording(label, 160).refine((text) => !/[.?!]$|^to /.test(text), {
    error: `${label}: it completes a sentence, after “to”. Leave out “to” and the full stop.`,
  })

/** The subjects of a letter, no two alike. */
export const subjects = (label: string) =>
  listOf(label, subject, { least: WORDINGS_LEAST, most: SUBJECTS_MOST }).superRefine(distinct(label))

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

/** Paragraphs of a page. */
export const paragraphs = (label: string, most: number) => listOf(label, pageText(label, 1200), { least: 1, most })
