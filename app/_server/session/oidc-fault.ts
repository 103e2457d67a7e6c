import 'server-only'
import { AuthError } from 'next-auth'
import { z } from 'zod'

/** What went wrong between us and the organisation's sign-in, as far as somebody who wants in can do something about it. */
export type OidcFault = 'unreachable' | 'untrusted' | 'too-late' | 'cancelled' | 'refused'

const known = z.object({ name: z.string(), error: z.string().optional() })

/** Tells from what Auth.js threw, and from the `error` that the issuer led back with (RFC 6749, 4.1.2.1). */
export function oidcFault(thrown: unknown, said: string | null): OidcFault {
  for (const error of chainOf(thrown)) {
    if (error instanceof AuthError && error.type === 'InvalidCheck') return 'too-late'
    if (error instanceof AuthError && error.type === 'OAuthCallbackError') return faultSaid(said)
    const { data } = known.safeParse(error)
    if (data?.name === 'TimeoutError' || data?.name === 'AbortError') return 'unreachable'
    // What the token's address said (RFC 6749, 5.2): a code that was used or has run out.
    if (data?.error === 'invalid_grant') return 'too-late'
    if (data?.error) return 'refused'
    if (error instanceof TypeError && error.message === 'fetch failed') return 'unreachable'
    if (error instanceof Error && error.cause instanceof Response)
      return error.cause.status >= 500 ? 'unreachable' : 'untrusted'
  }
  return 'untrusted'
}

/** What is at the bottom of what Auth.js threw: the one that tells whoever looks after this what is wrong. */
export function bottomOf(thrown: unknown): unknown {
  return chainOf(thrown).findLast((error) => error instanceof Error) ?? thrown
}

function faultSaid(code: string | null): OidcFault {
  if (code === 'access_denied') return 'cancelled'
  return code === 'temporarily_unavailable' || code === 'server_error' ? 'unreachable' : 'refused'
}

function chainOf(thrown: unknown): unknown[] {
  const chain: unknown[] = []
  for (let error = thrown; error && chain.length < 10; ) {
    chain.push(error)
    const cause: unknown = error instanceof Error ? error.cause : null
    error = cause && typeof cause === 'object' && 'err' in cause ? cause.err : cause
  }
  return chain
}
