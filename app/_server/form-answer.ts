import type { FormState } from './form-state'

/** How a form ends: on to another page, or the same page again with what was typed and what is wrong. */
export type FormAnswer = { redirect: string } | { show: FormState; status?: number; retryAt?: Date }

/** Given the form's fields and the parts of its address that its pattern names. */
export type FormHandler = (form: FormData, address: Record<string, string>) => Promise<FormAnswer>
