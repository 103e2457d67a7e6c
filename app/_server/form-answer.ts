import type { FormState } from './form-state'

/**
 * How a form ends: on to another page, or the same page again with what was typed and what is wrong. `at` names the
 * page that shows it, where that is not the form's own. `json` answers a script that posted in the background.
 */
export type FormAnswer =
  | { redirect: string }
  | { json: unknown; status?: number }
  | { show: FormState; status?: number; retryAt?: Date; at?: string }

/** Given the form's fields and the parts of its address that its pattern names. */
export type FormHandler = (form: FormData, address: Record<string, string>) => Promise<FormAnswer>
