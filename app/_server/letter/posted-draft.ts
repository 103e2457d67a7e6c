import { currentExchange } from '@/app/_server/exchange'
import { textOf, textsOf } from '@/app/_server/forms/fields'
import { typedIn } from '@/app/_server/forms/make-form'

/** Own words: a box for each of the campaign's prompts. */
export const BOXES = ['reason', 'reason2', 'reason3'] as const

const texts = [
  ...BOXES,
  // Not empty where own words were typed and are left out: their writer went on without.
  'without',
  // Anew at each press that changed the text for its writer: what a browser kept of it before is older.
  'revised',
  'subject',
  'body',
  'name',
  'email',
  'address1',
  'address2',
  'town',
  'abroad',
  'phone',
  'postcode',
  'constituency',
  // Which wording was given, printed by lib/writing/wordings/choose-wording.
  'wording',
  // The id under which that wording was given: another letter to the MP gets another.
  'givenId',
  // A short hash of subject and body as composed: tells whether the writer has changed them.
  'given',
  'submission',
  // Which wording about news was shown with the box that refuses: only then does silence say anything.
  'refusable',
  // Not empty where its writer came by a link from a mailing: the page with their name sends the letter as well.
  'quick',
  // What a field has that no person sees: a program has filled it in.
  'nothing',
  // Where its writer came from, printed by lib/figures/sources/source.
  'source',
] as const

/** Everything that the letter's forms carry from page to page, as typed. */
export type LetterDraft = Record<(typeof texts)[number], string> & {
  asks: string[]
  /** What was answered about updates; empty where nothing was. A ticked box is a yes, and the box that refuses a no. */
  updates: '' | 'yes' | 'no'
}

/**
 * Reads everything that a letter's form carries, as typed. A letter whose writer says that they live in another seat
 * than it goes to is turned to that one, for which no wording is given yet.
 */
export function readDraft(sent: FormData): LetterDraft {
  const draft = {
    ...typedIn(sent, texts),
    asks: [...new Set(textsOf(sent, 'ask'))],
    updates: answered(sent.get('updates')),
  }
  const home = turnedTo(sent)
  return home === null ? draft : { ...draft, constituency: home, wording: '', givenId: '' }
}

/** A browser says `on` of a box that has no value of its own. */
function answered(updates: FormDataEntryValue | null): LetterDraft['updates'] {
  if (updates === 'no') return 'no'
  return updates === 'yes' || updates === 'on' ? 'yes' : ''
}

/** The other seat that its writer says to live in, or `null`. */
export function turnedTo(sent: FormData): string | null {
  const home = textOf(sent, 'home')
  return home === '' || sent.has('change') || home === textOf(sent, 'constituency') ? null : home
}

/** A letter not begun: no ask is ticked at first. */
export function emptyDraft(postcode: string, constituency: string): LetterDraft {
  return { ...readDraft(new FormData()), postcode, constituency, source: currentExchange().source ?? '' }
}
