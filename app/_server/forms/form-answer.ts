import type { FieldFault } from './fields'
import type { FileAnswer } from './send-file'

/** What a form leaves for its page: its fields as typed, what is wrong with them, and what came of it. */
export type Left<Name extends string, Done> = { values: Record<Name, string>; faults: FieldFault[]; done: Done }

/** The page again, with what the form leaves for it; `at`: where that is, if not where the form was posted to. */
export type Shown<State> = { show: State & object; status?: number; retryAt?: Date; at?: string }

type Gone = { redirect: string } | { json: unknown; status?: number } | { file: FileAnswer }
/** The page at another address, with what that finds under `by`. */
export type ShownAt = { by: object; show: object; at: string }

/**
 * How a form ends: on to another page, or its page again with what it leaves. `json` answers a script that posted in the
 * background; `file` is for the browser to keep, and leaves the page as it is.
 */
export type Answer<State> = Gone | Shown<State> | { showAt: ShownAt }

/** A form as the front is given it: `by` is what the page reads the state with. */
export type FormAnswer<State = unknown> = Gone | (Shown<State> & { by: object })

/** What can be in the states that an answer leaves. */
export type LeftBy<Given> = Given extends { show: infer State } ? State : never

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
