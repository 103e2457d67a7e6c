import { Resend } from 'resend'
import { z } from 'zod'
import { DAY } from '@/lib/kernel/time/durations'
import type { Message, Transport } from '@/lib/kernel/transport'
import { resendFailure } from './resend-failure'
import { assertSafe } from './safe-headers'
import { SendFailure } from './send-failure'

const TIMEOUT_MS = 30_000
/** Two calls a second of one team (https://resend.com/docs/api-reference/rate-limit): one of letters, and one of notices. */
const CALLS_APART_MS = 1000

const sent = z.object({ id: z.string().min(1) })
const sentBatch = z.object({ data: z.array(sent) })

type Settings = { apiKey: string; baseUrl: string | null; timeoutMs?: number }

/**
 * Sends by Resend: one message under its own key, or up to 100 in one call, all or none of them, under the
 * call's key. Its service keeps a key for 24 hours (https://resend.com/docs/dashboard/emails/idempotency-keys).
 */
export function resendTransport({ apiKey, baseUrl, timeoutMs = TIMEOUT_MS }: Settings): Transport {
  const client = new Resend(apiKey, { baseUrl: baseUrl ?? 'https://api.resend.com' })
  return {
    name: 'resend',
    most: 100,
    callsApartMs: CALLS_APART_MS,
    keepsKeysMs: DAY,
    async send(messages, key) {
      const options = { idempotencyKey: key, signal: AbortSignal.timeout(timeoutMs) }
      const [first] = messages
      if (!first) return []
      if (messages.length === 1) {
        const { data, error, headers } = await client.emails.send(asEmail(first), options)
        if (error) throw resendFailure(error, headers)
        return [understood(sent, data).id]
      }
      const { data, error, headers } = await client.batch.send(messages.map(asEmail), options)
      if (error) throw resendFailure(error, headers)
      const ids = understood(sentBatch, data).data.map(({ id }) => id)
      if (ids.length !== messages.length)
        throw new SendFailure('unknown', 'The service named another number of messages.')
      return ids
    },
  }
}

function asEmail(message: Message) {
  assertSafe(message)
  const { to, from, replyTo, subject, text, html, headers, tags = {} } = message
  return {
    to,
    from,
    ...(replyTo && { replyTo }),
    subject,
    text,
    html,
    headers,
    tags: Object.entries(tags).map(([name, value]) => ({ name, value })),
  }
}

/** What was answered with 200 and cannot be read may all the same have been sent. */
function understood<T>(shape: z.ZodType<T>, data: unknown): T {
  const parsed = shape.safeParse(data)
  if (parsed.success) return parsed.data
  throw new SendFailure('unknown', 'The service answered something that cannot be read.')
}
