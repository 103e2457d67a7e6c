import { Resend } from 'resend'
import { MINUTE } from '@/lib/kernel/time/durations'

type Signed = { id: string; timestamp: string; signature: string; body: string }

const TOLERANCE_MS = 5 * MINUTE
/** As many signatures as a secret that is being replaced can have, with room. */
const LONGEST = { id: 200, signature: 1000 }

/**
 * Whether headers have the form of a signature, and of a time within 5 minutes of `now`: to be asked before the body is
 * read. No more than that: {@link openSignedEvent} says whether it is one.
 */
export function couldBeSigned({ id, timestamp, signature }: Omit<Signed, 'body'>, now: Date): boolean {
  if (id === '' || id.length > LONGEST.id || signature.length > LONGEST.signature) return false
  // A SHA-256 in base64 has 44 characters (Standard Webhooks: `v1,` and a signature, several with spaces between them).
  if (!/(^| )v1,[A-Za-z0-9+/]{43}=( |$)/.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false
  return Math.abs(now.getTime() - Number(timestamp) * 1000) <= TOLERANCE_MS
}

/**
 * Opens what the mail service posted, or gives `null` when it was not signed with `secret` (`whsec_…`), or not within
 * 5 minutes of now (Standard Webhooks, as Svix signs: HMAC-SHA-256 of `id.timestamp.body`).
 */
export function openSignedEvent({ id, timestamp, signature, body }: Signed, secret: string): unknown {
  try {
    // The key is for calls, and none is made.
    return new Resend('none').webhooks.verify({
      payload: body,
      headers: { id, timestamp, signature },
      webhookSecret: secret,
    })
  } catch {
    return null
  }
}
