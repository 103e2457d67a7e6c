/** How supporters are asked whether they want updates: what staff choose between. */
export const CONSENT_KINDS = [
  { value: 'box', label: 'A box to tick' },
  { value: 'choice', label: 'Yes or no, and an answer is needed' },
] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]['value']

export const consentKinds = ['box', 'choice'] as const satisfies readonly ConsentKind[]
