import { createHmac } from 'node:crypto'

/** Headers under which the mail service would post this body (Standard Webhooks, as Svix signs them). */
export function signedHeaders(body: string, secret: string, { id = crypto.randomUUID(), at = new Date() } = {}) {
  const timestamp = `${Math.floor(at.getTime() / 1000)}`
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` }
}
