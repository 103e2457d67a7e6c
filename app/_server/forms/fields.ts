import type { z } from 'zod'

/** What is wrong with one field; `field` is the input's id and name. */
export type FieldFault = { field: string; message: string }

/** One text field as typed; a file or a missing field is an empty text. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? carriable(value) : ''
}

/** Every text sent under one name, as from ticked boxes. */
export function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).flatMap((value) => (typeof value === 'string' ? [carriable(value)] : []))
}

/** A null character is shown as nothing, and comes back from a page's hidden field as a mark for a broken one. */
function carriable(text: string): string {
  return text.replaceAll('\0', ' ')
}

/** The first fault of each field, in the form's own order. */
export function faultsOf(error: z.ZodError): FieldFault[] {
  const first = new Map<string, string>()
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? '')
    if (!first.has(field)) first.set(field, message)
  }
  return [...first].map(([field, message]) => ({ field, message }))
}
