// State: one copy in a process.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { env } from '@/lib/kernel/env'
import { dataKeyOf, dataKeys } from './data-keys'

/** What a sealed value is: bound into the cipher with its row, so that it opens nowhere else. */
export type SealedField =
  | 'name'
  | 'email'
  | 'postcode'
  | 'letter'
  | 'mp-answer'
  | 'lookup-key'
  | 'message'
  | 'webhook-address'
  | 'webhook-secret'
  | 'webhook-answer'
  | 'app-secret'
  | 'kept-form'

/** A sealed value that does not open: its key is not known, or it was tampered with or moved. */
export class Unsealable extends Error {}

const TAG_BYTES = 16
/** Those of a day come and go. */
const derived = new LRUCache<string, Buffer>({ max: 100 })
/** How values are sealed now. Those without a form in front are older, and bound to their field alone. */
export const SEALED_FORM = '2'

/**
 * Encrypts `value` with the newest data key: AES-256-GCM, a fresh 96-bit nonce (NIST SP 800-38D). `rowId` is what its
 * row is known by for good. Gives `2.keyId.nonce.ciphertext+tag`, base64url.
 */
export function seal(value: string, field: SealedField, rowId: string): string {
  const [newest] = dataKeys()
  if (!newest) throw new Error('There is no data key.')
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', newest.key, nonce).setAAD(place(field, rowId))
  const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return [SEALED_FORM, newest.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.')
}

/** Decrypts what {@link seal} gave. Throws {@link Unsealable} when the key is gone, or the value is another row's or was tampered with. */
export function unseal(sealed: string, field: SealedField, rowId: string): string {
  const isBound = sealed.startsWith(`${SEALED_FORM}.`)
  const [keyId, nonce, body] = sealed.split('.').slice(isBound ? 1 : 0)
  const key = dataKeyOf(keyId)?.key
  if (!key || !nonce || !body) throw new Unsealable(`No data key ${keyId} to open a sealed ${field}.`)
  const bytes = Buffer.from(body, 'base64url')
  // Without its fixed length, a tag of four bytes would do.
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: TAG_BYTES })
  decipher.setAAD(isBound ? place(field, rowId) : Buffer.from(field)).setAuthTag(bytes.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch (cause) {
    throw new Unsealable(`A sealed ${field} does not open here: it was changed, or is another row's.`, { cause })
  }
}

/** Neither a field's name nor a row's id has a line end: no two places are written alike. */
function place(field: SealedField, rowId: string): Buffer {
  return Buffer.from(`${field}\n${rowId}`)
}

/** A key for one purpose, derived from the newest secret of `AUTH_SECRET` (HKDF, RFC 5869). */
export function derivedKey(purpose: string): Buffer {
  return derivedFrom(env().authSecrets[0], purpose)
}

/** The keys for one purpose from each secret, newest first: what an older one has signed or hashed is still known. */
export function derivedKeys(purpose: string): Buffer[] {
  return env().authSecrets.map((secret) => derivedFrom(secret, purpose))
}

function derivedFrom(secret: string, purpose: string): Buffer {
  const of = `${secret} ${purpose}`
  const known = derived.get(of)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', secret, '', `dear-mp ${purpose}`, 32))
  derived.set(of, key)
  return key
}

/** HMAC-SHA-256 of `value`, base64url. */
export function keyedHash(key: Buffer, value: string): string {
  return createHmac('sha256', key).update(value).digest('base64url')
}
