/** The longest subject of a letter, in characters. */
export const SUBJECT_MOST = 120
/** The longest body of a letter, in characters. */
export const BODY_MOST = 10_000
