import { letterLine, listOf, pageText } from './content-text'
import { distinct } from './distinct'
import { SUBJECT_MOST } from './letter-limits'
import { fillPlaceholders } from './placeholders'

/** So long that eight asks with opening, request and close stay under the longest body of a letter. */
const WORDING_MOST = 800
/** Longer than any of the 650 constituencies' names (40 characters) and of their members' (27). */
const LONGEST_FILL = { mp: 'm'.repeat(45), constituency: 'c'.repeat(45), nation: 'Northern Ireland' }

const subject = letterLine('Subject', SUBJECT_MOST).refine(
  (text) => text.length > SUBJECT_MOST || fillPlaceholders(text, LONGEST_FILL).length <= SUBJECT_MOST,
  { error: `Subject: with a long name filled in it would have more than ${SUBJECT_MOST} characters.` },
)

/** The wordings of one slot of a letter, a paragraph each, no two alike. */
export const wordings = (label: string) =>
  listOf(label, letterLine(label, WORDING_MOST), { least: 2, most: 12 }).superRefine(distinct(label))

/** The subjects of a letter, no two alike. */
export const subjects = (label: string) => listOf(label, subject, { least: 2, most: 12 }).superRefine(distinct(label))

/** Paragraphs of a page. */
export const paragraphs = (label: string, most: number) => listOf(label, pageText(label, 1200), { least: 1, most })
