import { createHash } from 'node:crypto'

/** What tells two secrets apart and nothing of either: 32 bits of a hash, as a data key's id. */
export function idOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 8)
}
