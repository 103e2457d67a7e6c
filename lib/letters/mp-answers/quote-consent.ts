/** What is asked beside the box; kept with the answer, so that a new wording is a new version. */
export const QUOTE_CONSENT = {
  version: '2026-11.1',
  wording:
    'The team may quote this in public, with my MP’s name and my constituency, and without my name. I can take that back here at any time.',
}
