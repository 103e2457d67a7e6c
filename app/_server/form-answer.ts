import type { FormState } from './form-state'
import type { FileAnswer } from './forms/send-file'

/**
 * How a form ends: on to another page, or the same page again with what was typed and what is wrong. `at` names the
 * page that shows it, where that is not the form's own. `json` answers a script that posted in the background; `file`
 * is for the browser to keep, and leaves the page as it is.
 */
export type FormAnswer =
  | { redirect: string }
  | { json: unknown; status?: number }
  | { file: FileAnswer }
  | { show: FormState; status?: number; retryAt?: Date; at?: string }

/** Given the form's fields and the parts of its address that its pattern names. */
export type FormHandler = (form: FormData, address: Record<string, string>) => Promise<FormAnswer>
