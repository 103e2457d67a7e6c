import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { seal, unseal } from '@/lib/kernel/secrets/crypto'

/** How long the secret before still signs beside the new one. */
export const OLD_SECRET_HOURS = 24

/** A new secret to sign with: 256 random bits, written as the specification has it (https://www.standardwebhooks.com). */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

export function sealSecret(secret: string, webhookId: string): string {
  return seal(secret, 'webhook-secret', webhookId)
}

type Secrets = { webhookId: string; secretSealed: string; oldSecretSealed: string | null; oldSecretUntil: Date | null }

/** The headers that sign a body: its id, the same at each attempt, the time, and a signature by each secret that is valid. */
export function signedHeaders(id: string, body: string, secrets: Secrets, now: Date): Record<string, string> {
  const { webhookId, secretSealed, oldSecretSealed, oldSecretUntil } = secrets
  const valid = [secretSealed]
  if (oldSecretSealed && oldSecretUntil && oldSecretUntil > now) valid.push(oldSecretSealed)
  return {
    'content-type': 'application/json',
    'user-agent': 'Dear MP webhooks',
    'webhook-id': id,
    'webhook-timestamp': `${Math.floor(now.getTime() / 1000)}`,
    'webhook-signature': valid
      .map((sealed) => new Webhook(unseal(sealed, 'webhook-secret', webhookId)).sign(id, now, body))
      .join(' '),
  }
}
