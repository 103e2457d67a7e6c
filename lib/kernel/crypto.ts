import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { env } from './env'

/** What a sealed value is: bound into the cipher, so that one field's value cannot be moved to another. */
export type SealedField =
  | 'name'
  | 'email'
  | 'postcode'
  | 'letter'
  | 'lookup-key'
  | 'message'
  | 'webhook-address'
  | 'webhook-secret'
  | 'webhook-answer'

const TAG_BYTES = 16

/**
 * Encrypts `value` with the newest data key: AES-256-GCM, a fresh 96-bit nonce (NIST SP 800-38D).
 * Gives `keyId.nonce.ciphertext+tag`, base64url.
 */
export function seal(value: string, field: SealedField): string {
  const [newest] = env().dataKeys
  if (!newest) throw new Error('There is no data key.')
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', newest.key, nonce).setAAD(Buffer.from(field))
  const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return [newest.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.')
}

/** Decrypts what {@link seal} gave. Throws when the key is gone or the value was tampered with. */
export function unseal(sealed: string, field: SealedField): string {
  const [keyId, nonce, body] = sealed.split('.')
  const key = env().dataKeys.find((k) => k.id === keyId)?.key
  if (!key || !nonce || !body) throw new Error(`No data key ${keyId} to open a sealed ${field}.`)
  const bytes = Buffer.from(body, 'base64url')
  // Without its fixed length, a tag of four bytes would do.
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(field)).setAuthTag(bytes.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
}

/** A key for one purpose, derived from `AUTH_SECRET` (HKDF, RFC 5869). */
export function derivedKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env().authSecret, '', `dear-mp ${purpose}`, 32))
}

/** HMAC-SHA-256 of `value`, base64url. */
export function keyedHash(key: Buffer, value: string): string {
  return createHmac('sha256', key).update(value).digest('base64url')
}
