/**
 * For how many days a letter's confirm link works. What nobody confirmed in that time is erased whole, and so is a
 * letter that was begun in a browser: one value for the promise, the links, the purge and the browser's draft.
 */
export const CONFIRM_LINK_DAYS = 7

/** The same in words, for pages. */
export const CONFIRM_LINK_LIFE = 'seven days'
