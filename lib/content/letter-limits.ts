/** A wording of staff's as typed, with all its alternatives, in characters. */
export const TYPED_MOST = 3000
/** The longest subject of a letter, in characters. */
export const SUBJECT_MOST = 120
/** The longest body of a letter, in characters. */
export const BODY_MOST = 10_000
/** A wording in its longest form, in characters: a letter of the longest ones stays under the longest body. */
export const WORDING_MOST = 800
/** How many wordings a part of a letter can have. */
export const WORDINGS_MOST = 12
/** How many it needs: with one, every letter says the same there. */
export const WORDINGS_LEAST = 2
/** How many subjects letters can have. */
export const SUBJECTS_MOST = 24
