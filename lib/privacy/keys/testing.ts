import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { vi } from 'vitest'
import { env } from '@/lib/kernel/env'

/** The key that the tests' own values are sealed under, in hex. */
export function oldKey(): string {
  return env().dataKeys[0]?.key.toString('hex') ?? ''
}

/** The id of a key in hex. */
export function keyId(hex: string): string {
  return createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex').slice(0, 8)
}

/** What seals and opens, as a process that has just started with these keys has it. */
export async function under(keys: string) {
  vi.stubEnv('DATA_KEYS', keys)
  vi.resetModules()
  return {
    ...(await import('./reseal')),
    ...(await import('./take-up-keys')),
    ...(await import('./keys-fault')),
    ...(await import('./workers-without-newest-key')),
    ...(await import('@/lib/settings/lookup-hash')),
    ...(await import('@/lib/letters/find')),
    ...(await import('@/lib/staff/second-factor/app')),
    ...(await import('@/lib/webhooks/staff/list')),
    ...(await import('@/lib/webhooks/staff/deliveries')),
  }
}

/** As values were sealed before they were bound to their row, under the tests' own key. */
export function olderForm(value: string, field: string): string {
  const [key, nonce] = [Buffer.from(oldKey(), 'hex'), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(field))
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return [keyId(oldKey()), nonce.toString('base64url'), body.toString('base64url')].join('.')
}
