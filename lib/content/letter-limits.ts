/** A wording of staff's as typed, with all its alternatives, in characters. */
export const TYPED_MOST = 3000
/** The longest subject of a letter, in characters. */
export const SUBJECT_MOST = 120
/** The longest body of a letter, in characters. */
export const BODY_MOST = 10_000
