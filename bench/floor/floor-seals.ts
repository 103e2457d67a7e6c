import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const KEY = randomBytes(32)
const NONCE = 12
const TAG = 16

/** AES-256-GCM with a fresh nonce, as the product seals. */
export function sealed(value: string): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', KEY, nonce)
  return Buffer.concat([nonce, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

export function unsealed(value: string): string {
  const bytes = Buffer.from(value, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', KEY, bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAuthTag(bytes.subarray(-TAG))
  return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8')
}

export function keyed(value: string): string {
  return createHmac('sha256', KEY).update(value).digest('base64url')
}

export function token(): string {
  return randomBytes(18).toString('base64url')
}
