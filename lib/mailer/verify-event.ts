import { Resend } from 'resend'

type Signed = { id: string; timestamp: string; signature: string; body: string }

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
