import { derivedKeys, keyedHash } from './crypto'
import { isSame } from './is-same'

/** How a kind of link is signed: `length` is in characters of six bits each. */
type Kind = { purpose: string; length: number }

/** Signs what is said in a link, by the newest secret. */
export function signatureOf(kind: Kind, said: string): string {
  return signatures(kind, said)[0] ?? ''
}

/** Whether one of our secrets, the newest or an older one, has signed this. Takes the same time wherever they differ. */
export function isSigned(kind: Kind, said: string, signature: string): boolean {
  return signatures(kind, said).some((ours) => isSame(signature, ours))
}

function signatures({ purpose, length }: Kind, said: string): string[] {
  return derivedKeys(purpose).map((key) => keyedHash(key, said).slice(0, length))
}
