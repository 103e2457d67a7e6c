import { currentExchange } from '@/app/_server/exchange'
import type { LetterDraft } from '@/app/_server/form-state'

/** A letter not begun: every ask is ticked at first. With it somebody has found their MP, and is counted as such. */
export function emptyDraft(asks: string[], postcode: string, constituency: string): LetterDraft {
  const exchange = currentExchange()
  const source = exchange.source ?? ''
  exchange.reached = { step: 'found', constituency, source }
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
    source,
  }
}
