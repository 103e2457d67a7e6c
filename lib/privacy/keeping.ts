import { ANSWER_KEPT_DAYS } from '../directory/live/keep-answer'

/** How long things are kept: what `/privacy` states and what the purge does come from here alone. */
export const keeping = {
  /** Days after which an unconfirmed sign-up is erased, whole. */
  unconfirmedDays: 7,
  /** Days that a letter's text and address outlive its delivery or failure. */
  letterTextDays: 28,
  /** Months after a campaign's close for which a supporter without updates is kept … */
  monthsAfterClose: 6,
  /** … or months after signing, whichever is first. */
  monthsAfterSigning: 12,
  /** Days for which the answer of a live source is kept, under a keyed hash of the postcode. */
  lookUpDays: ANSWER_KEPT_DAYS,
} as const
