import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What every key begins with, so that whoever scans for secrets knows one; the pattern stands in docs/api.md. */
const PREFIX = 'dearmp_'
const SHAPE = /^dearmp_([0-9a-f]{40})([0-9a-f]{8})$/
const START_LENGTH = PREFIX.length + 6

/** A new key: 160 random bits with a checksum behind them, and what is kept of it. */
export function makeKey(): { key: string; hash: string; start: string } {
  const secret = randomBytes(20).toString('hex')
  const key = PREFIX + secret + checksum(secret)
  return { key, hash: hashOf(key), start: key.slice(0, START_LENGTH) }
}

/** The hash under which a key is kept; `null` for what never was one, so that the database need not be asked. */
export function keyHash(given: string): string | null {
  const [, secret, sum] = SHAPE.exec(given) ?? []
  return secret !== undefined && sum === checksum(secret) ? hashOf(given) : null
}

function checksum(secret: string): string {
  return crc32(secret).toString(16).padStart(8, '0')
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
