import { createHash } from 'node:crypto'

/** What tells two secrets apart and nothing of either: 32 bits of a hash. */
export function idOfSecret(secret: string | Buffer): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 8)
}
