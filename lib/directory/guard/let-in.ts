import { ExpectedFailure } from '@/lib/kernel/faults/errors'

/** `dry-run` compares and changes nothing; `confirm` changes although it is too much. */
export type Way = 'apply' | 'dry-run' | 'confirm'

/** What a change of much at once would do, in lines for a person. With `reasons` it is too much to be let in unasked. */
export type Compared = { lines: string[]; reasons: string[] }

/** Thrown where nobody has confirmed a change that is too much: nothing was changed. */
export class ChangesTooMuch extends ExpectedFailure {
  constructor(readonly compared: Compared) {
    super(`Not let in, and nothing was changed: ${compared.reasons.join('; ')}. --confirm lets it in all the same.`)
    this.name = 'ChangesTooMuch'
  }
}

/**
 * Gives whether to go on and write; throws {@link ChangesTooMuch} for what is too much and not confirmed. To be asked in
 * the transaction that writes, with the directory locked, so that what was compared with is what is replaced.
 */
export function letIn(compared: Compared, way: Way): boolean {
  if (way === 'dry-run') return false
  if (way === 'apply' && compared.reasons.length > 0) throw new ChangesTooMuch(compared)
  return true
}
