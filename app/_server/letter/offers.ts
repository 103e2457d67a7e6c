import { BODY_MOST } from '@/lib/content/letter-limits'
import { manyLines } from '@/lib/kernel/text'
import { longestTyped } from '@/lib/kernel/typed-text'
import { emailSlip } from '@/lib/supporters/email-slip'
import { capitalAndFullStop, type Marked } from '@/lib/writing/capital-and-full-stop'
import { letterFrame } from '@/lib/writing/pasted/letter-frame'
import { hashOf, isEdited } from './next-page'
import { BOXES, type LetterDraft } from './posted-draft'

/** What a letter's pages offer to do at one press; each is empty where there is nothing to do, and none is done unasked. */
export type Offers = {
  /** A pasted letter's greeting, sign-off and address, each as it stands. */
  frame: string[]
  /** Own words as they stand that begin with a small letter or end without a mark. */
  marks: Marked[]
  /** Own words that are left out, as their writer went on without them. */
  leftOut: string
}

type Revised<Found> = { draft: LetterDraft; found: Found[] }
/** A text as it would be, and what was found in it: nothing, where it would stay as it is. */
type Change<Found> = (text: string, isLetter: boolean) => { text: string; found: Found[] }

/** Paragraphs of fewer words are names, greetings and the like, where they were written into the letter itself. */
const WORDS_LEAST = 4

export function offersFor(draft: LetterDraft): Offers {
  const leftOut = draft.without === '' ? '' : typedWords(draft)
  if (isTooLong(draft)) return { frame: [], marks: [], leftOut }
  return { frame: withoutFrames(draft).found, marks: withMarks(draft).found, leftOut }
}

/** A draft with an offer taken up; as it was, where there is nothing to do. */
export function withOffer(draft: LetterDraft, offer: string): LetterDraft {
  if (isTooLong(draft)) return draft
  if (offer === 'frame') return withoutFrames(draft).draft
  if (offer === 'marks') return withMarks(draft).draft
  if (offer === 'email') return { ...draft, email: emailSlip(draft.email) ?? draft.email }
  return offer === 'words' ? withWords(draft) : draft
}

function withoutFrames(draft: LetterDraft): Revised<string> {
  return revised(draft, (text, isLetter) => {
    const frame = letterFrame(text, draft.name)
    // A letter is never emptied.
    return frame && !(isLetter && frame.kept === '') ? { text: frame.kept, found: frame.taken } : { text, found: [] }
  })
}

function withMarks(draft: LetterDraft): Revised<Marked> {
  const edited = isEdited(draft)
  return revised(draft, (text, isLetter) => {
    // What staff wrote has its marks.
    if (isLetter && !edited) return { text, found: [] }
    // A greeting has none, nor has what stands under a sign-off.
    const frame = letterFrame(text, draft.name)
    const said = frame && new Set(frame.kept.split('\n\n'))
    const found: Marked[] = []
    const paragraphs = text.split('\n\n').map((paragraph) => {
      const marked = said?.has(paragraph) === false ? null : capitalAndFullStop(paragraph)
      if (!marked || (isLetter && paragraph.trim().split(/\s+/).length < WORDS_LEAST)) return paragraph
      found.push({ ...marked, text: paragraph.trim() })
      return marked.text
    })
    return { text: paragraphs.join('\n\n'), found }
  })
}

/** The words that were left out: composed into the letter, or on top of one that its writer has changed. */
function withWords(draft: LetterDraft): LetterDraft {
  return isEdited(draft)
    ? { ...draft, without: '', body: `${typedWords(draft)}\n\n${draft.body}` }
    : { ...draft, without: '', subject: '', body: '' }
}

/** A draft in whose letter own words are changed where they stand as they were typed, and then the letter as a whole. */
function revised<Found>(draft: LetterDraft, change: Change<Found>): Revised<Found> {
  const next = { ...draft, body: manyLines(draft.body) }
  const found: Found[] = []
  for (const box of draft.without === '' ? BOXES : []) {
    const was = asComposed(draft[box])
    const changed = change(was, false)
    const body = changed.found.length > 0 ? replaced(next.body, was, changed.text) : null
    if (body === null) continue
    next[box] = changed.text
    next.body = body
    found.push(...changed.found)
  }
  const changed = change(next.body, true)
  next.body = changed.text
  found.push(...changed.found)
  return { draft: isEdited(draft) ? next : { ...next, given: hashOf(next) }, found }
}

/** Own words as they stand in a letter that was composed with them. */
function asComposed(text: string): string {
  return manyLines(text).replace(/[^\S\n]+/g, ' ')
}

/** A letter with some of its paragraphs replaced; `null` where they do not stand in it. */
function replaced(body: string, was: string, is: string): string | null {
  const around = `\n\n${body}\n\n`
  const at = around.indexOf(`\n\n${was}\n\n`)
  return at < 0 ? null : manyLines(`${around.slice(0, at)}\n\n${is}\n\n${around.slice(at + was.length + 2)}`)
}

function typedWords(draft: LetterDraft): string {
  return BOXES.map((box) => manyLines(draft[box]))
    .filter((text) => text !== '')
    .join('\n\n')
}

function isTooLong(draft: LetterDraft): boolean {
  return [draft.body, ...BOXES.map((box) => draft[box])].some((text) => text.length > longestTyped(BODY_MOST))
}
