import type { LetterDraft } from '@/app/_server/form-state'
import { textOf, textsOf } from './fields'

/**
 * Reads everything that a letter's form carries, as typed. A letter whose writer says that they live in another seat
 * than it goes to is turned to that one, for which no wording is given yet.
 */
export function readDraft(form: FormData): LetterDraft {
  const draft = carried(form)
  const home = turnedTo(form)
  return home === null ? draft : { ...draft, constituency: home, wording: '', givenId: '' }
}

/** The other seat that its writer says to live in, or `null`. */
export function turnedTo(form: FormData): string | null {
  const home = textOf(form, 'home')
  return home === '' || form.has('change') || home === textOf(form, 'constituency') ? null : home
}

function carried(form: FormData): LetterDraft {
  return {
    asks: [...new Set(textsOf(form, 'ask'))],
    reason: textOf(form, 'reason'),
    reason2: textOf(form, 'reason2'),
    reason3: textOf(form, 'reason3'),
    subject: textOf(form, 'subject'),
    body: textOf(form, 'body'),
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    address1: textOf(form, 'address1'),
    address2: textOf(form, 'address2'),
    town: textOf(form, 'town'),
    postcode: textOf(form, 'postcode'),
    constituency: textOf(form, 'constituency'),
    updates: form.has('updates'),
    wording: textOf(form, 'wording'),
    givenId: textOf(form, 'givenId'),
    given: textOf(form, 'given'),
    submission: textOf(form, 'submission'),
    source: textOf(form, 'source'),
  }
}
