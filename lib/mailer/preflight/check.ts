/** One line of the preflight: what was looked at, whether it is in order, what was found, and what to do if it is not. */
export type Check = { name: string; ok: boolean; found: string; todo: string | null }

/** What DNS said, or why it said nothing. */
export type Found = { records: string[]; failed: string | null }

/** A line, with `todo` where it is not in order. */
export function line(name: string, ok: boolean, found: string, failed: string | null, todo: string): Check {
  return { name, ok, found: failed ? `Nobody answered: ${failed}` : found || 'nothing', todo: ok ? null : todo }
}
