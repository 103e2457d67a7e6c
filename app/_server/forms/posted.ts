import type { FormAnswer } from './make-form'

/** What a page reads the state of a posted form with: the form itself, or a place that a form of another page leaves to. */
export type LeavesTo<State> = { readonly leaves?: State } | ((...asked: never[]) => Promise<FormAnswer<State>>)

/** The names of the fields of a form. */
export type FieldsOf<Asked> = Asked extends (...asked: never[]) => Promise<FormAnswer<infer State>>
  ? State extends { values: infer Values }
    ? keyof Values & string
    : never
  : never

/** What a page reads of a form that was just posted, or at a place that one leaves to. */
export type StateOf<Asked> = Asked extends LeavesTo<infer State> ? State : never
