import { limitsLifted } from '@/app/_server/caller/limit-caller'
import { currentExchange } from '@/app/_server/exchange'
import type { ApiScope } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { secondsUntil } from '@/lib/kernel/time/durations'
import { takeTurn } from '@/lib/limits/rate-limit'
import { contextFor } from '@/lib/mailer/process-context'
import { isOff } from '@/lib/settings/switches/is-off'
import { type ApiKey, findApiKey, type Refused } from '@/lib/staff/api-keys/find'
import { refusal } from './answers'

type Address = Record<string, string>
type Asked = { ctx: Context; key: ApiKey; request: Request }

const words: Record<Refused, string> = {
  malformed: 'That is no key: it may have been cut short, or its letters changed to capitals.',
  unknown: 'There is no such key.',
  expired: 'This key has expired.',
  revoked: 'This key was revoked.',
}

/** Makes an address for programs: it answers those whose key may read `scope`, and is limited by key. */
export function withKey(scope: ApiScope, answer: (asked: Asked, address: Address) => Promise<Response>) {
  return async (request: Request, { params }: { params: Promise<Address> }): Promise<Response> => {
    const ctx = contextFor({ kind: 'system' })
    const given = bearer(request)
    if (given === null) return unauthorised('Send a key: "Authorization: Bearer dearmp_…".')
    const found = await findApiKey(ctx, given)
    if ('refused' in found) return (await wrongKey(ctx, found.refused)) ?? unauthorised(words[found.refused], true)
    const { key } = found
    const late = await tooMany(ctx, `key ${key.id}`)
    if (late) return late
    if (!key.scopes.includes(scope)) return refusal(403, 'not_allowed', `This key may not do that: it lacks ${scope}.`)
    if (await isOff(ctx, 'dashboard')) return refusal(503, 'paused', 'An administrator has paused the figures.')
    return answer({ ctx, key, request }, await params)
  }
}

/** The name of the scheme is in any case (RFC 9110, 11.1); the key is not. */
function bearer(request: Request): string | null {
  return /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null
}

/** As RFC 6750, 3 has it: without a key there is no fault to name. */
function unauthorised(message: string, isWrong = false): Response {
  const challenge = `Bearer realm="figures"${isWrong ? ', error="invalid_token"' : ''}`
  return refusal(401, 'unauthorised', message, { 'WWW-Authenticate': challenge })
}

/** Whoever tries one key after another, from one connection, has to wait as well. */
async function wrongKey(ctx: Context, refused: Refused): Promise<Response | null> {
  return refused === 'malformed' ? null : tooMany(ctx, `address ${currentExchange().clientAddress}`)
}

async function tooMany(ctx: Context, who: string): Promise<Response | null> {
  const now = ctx.now()
  const taken = await takeTurn(ctx, 'api', who, limitsLifted())
  if (taken.allowed) return null
  const seconds = secondsUntil(taken.retryAt, now)
  return refusal(429, 'too_many', `Too many requests. Try again in ${seconds} s.`, { 'Retry-After': String(seconds) })
}
