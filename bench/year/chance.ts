import { createHash } from 'node:crypto'

/** A number from 0 to under 1 that looks random and is the same in every run, for what is named. */
export function chance(...named: (string | number)[]): number {
  return createHash('sha256').update(named.join(' ')).digest().readUInt32BE() / 2 ** 32
}
