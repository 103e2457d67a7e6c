import type { LetterDraft } from '@/app/_server/form-state'

/** A letter not begun: every ask is ticked at first. */
export function emptyDraft(asks: string[], postcode: string, constituency: string): LetterDraft {
  return {
    asks,
    postcode,
    constituency,
    reason: '',
    reason2: '',
    reason3: '',
    subject: '',
    body: '',
    name: '',
    email: '',
    address1: '',
    address2: '',
    town: '',
    updates: false,
    wording: '',
    givenId: '',
    given: '',
    submission: '',
  }
}
