import { Resend } from 'resend'
import { z } from 'zod'
import { DAY, MINUTE } from '@/lib/kernel/time/durations'
import type { Message, Transport } from '@/lib/kernel/transport'
import { resendFailure } from './resend-failure'
import { assertSafe } from './safe-headers'
import { SendFailure } from './send-failure'

const TIMEOUT_MS = 30_000
/**
 * How far apart calls begin: a little, so that what comes close together goes together; and once the service says that
 * there were too many, for some time so far that it allows them. It allows a team two a second unless it was asked for
 * more (https://resend.com/docs/api-reference/rate-limit): one of letters, and one of notices.
 */
const [APART_MS, APART_WHERE_TOO_MANY_MS, TOO_MANY_FOR_MS] = [250, 1000, 10 * MINUTE]

const sent = z.object({ id: z.string().min(1) })
const sentBatch = z.object({ data: z.array(sent) })

type Settings = { apiKey: string; baseUrl: string | null; timeoutMs?: number }

/**
 * Sends by Resend: one message under its own key, or up to 100 in one call, all or none of them, under the
 * call's key. Its service keeps a key for 24 hours (https://resend.com/docs/dashboard/emails/idempotency-keys).
 */
export function resendTransport({ apiKey, baseUrl, timeoutMs = TIMEOUT_MS }: Settings): Transport {
  const client = new Resend(apiKey, { baseUrl: baseUrl ?? 'https://api.resend.com' })
  let tooManyUntil = 0

  function failure(...answered: Parameters<typeof resendFailure>): SendFailure {
    const failed = resendFailure(...answered)
    if (failed.kind === 'later') tooManyUntil = performance.now() + TOO_MANY_FOR_MS
    return failed
  }

  return {
    name: 'resend',
    most: 100,
    get callsApartMs() {
      return performance.now() < tooManyUntil ? APART_WHERE_TOO_MANY_MS : APART_MS
    },
    keepsKeysMs: DAY,
    async send(messages, key) {
      const options = { idempotencyKey: key, signal: AbortSignal.timeout(timeoutMs) }
      const [first] = messages
      if (!first) return []
      if (messages.length === 1) {
        const { data, error, headers } = await client.emails.send(asEmail(first), options)
        if (error) throw failure(error, headers)
        return [understood(sent, data).id]
      }
      const { data, error, headers } = await client.batch.send(messages.map(asEmail), options)
      if (error) throw failure(error, headers)
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
