import { z } from 'zod'
import { DAY, HOUR, MINUTE } from '@/lib/kernel/time/durations'
import { type FailureKind, SendFailure } from './send-failure'

const fault = z.object({
  name: z.string().catch(''),
  message: z.string().catch(''),
  statusCode: z.number().nullable().catch(null),
})

/**
 * What an error of Resend means for the message (https://resend.com/docs/api-reference/errors): who is at fault,
 * whether it may have been taken, and how long every worker is to leave the service alone.
 */
export function resendFailure(error: unknown, headers: Record<string, string> | null): SendFailure {
  const { name, message, statusCode: status } = fault.catch({ name: '', message: '', statusCode: null }).parse(error)
  const said = [status, name, message].filter(Boolean).join(' ')
  const kind = kindOf(status, name, message)
  return new SendFailure(kind, said || 'No answer that can be read.', restOf(kind, name, headers))
}

const BY_NAME: Record<string, FailureKind> = {
  invalid_idempotent_request: 'clash',
  concurrent_idempotent_requests: 'unknown',
  invalid_from_address: 'ours',
  invalid_idempotency_key: 'ours',
  missing_api_key: 'ours',
  restricted_api_key: 'ours',
  invalid_api_key: 'ours',
  rate_limit_exceeded: 'later',
  daily_quota_exceeded: 'later',
  monthly_quota_exceeded: 'later',
}

function kindOf(status: number | null, name: string, message: string): FailureKind {
  const known = BY_NAME[name]
  if (known) return known
  if (status === null || status >= 500) return 'unknown'
  if (status === 429) return 'later'
  if (status === 401 || status === 403 || status === 404 || status === 405) return 'ours'
  // A faulty sender is the installation's fault, and not this message's.
  if (/`from`|domain/i.test(message)) return 'ours'
  return status >= 400 ? 'refused' : 'unknown'
}

function restOf(kind: FailureKind, name: string, headers: Record<string, string> | null): number | undefined {
  if (kind === 'ours') return 5 * MINUTE
  if (kind !== 'later') return undefined
  const asked = retryAfterMs(headers?.['retry-after'])
  if (asked !== undefined) return asked
  return name.endsWith('_quota_exceeded') ? HOUR : 1000
}

/** The header `Retry-After` (RFC 9110 10.2.3), seconds or a date, in milliseconds from now; a day at most. */
function retryAfterMs(value: string | undefined): number | undefined {
  if (!value) return undefined
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), DAY) : undefined
}
