/** How supporters are asked whether they want updates: what staff choose between. */
export const CONSENT_KINDS = [
  { value: 'box', label: 'A box to tick' },
  { value: 'choice', label: 'Yes or no, and an answer is needed' },
  { value: 'soft-opt-in', label: 'A box that refuses: the soft opt-in, for charities alone' },
] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]['value']

export const consentKinds = ['box', 'choice', 'soft-opt-in'] as const satisfies readonly ConsentKind[]

/**
 * By what right somebody who was asked in this way is written to: they agreed, or a charity may write unless they refuse
 * (Privacy and Electronic Communications Regulations 2003, regulation 22(3A)).
 */
export function basisOf(kind: ConsentKind): 'consent' | 'soft opt-in' {
  return kind === 'soft-opt-in' ? 'soft opt-in' : 'consent'
}
