import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { errorLine } from '@/lib/kernel/faults/plain-error'
import type { Check } from '@/lib/mailer/preflight/check'

/** What a look has found: that it is in order, or what to do. */
export type Found = { found: string; todo?: string | null }

/** One line of the doctor's. A look that fails itself is a fault, with the reason, and never the end of the others. */
export async function look(name: string, at: () => Promise<Found> | Found): Promise<Check> {
  try {
    const { found, todo = null } = await at()
    return { name, ok: todo === null, found, todo }
  } catch (error) {
    const said = error instanceof ExpectedFailure ? error.message : errorLine(error)
    return {
      name,
      ok: false,
      found: said.replace(/\s+/g, ' '),
      todo: 'Put this right first: what hangs on it could not be looked at.',
    }
  }
}
