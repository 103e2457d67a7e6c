import 'server-only'
import { customFetch } from 'next-auth'
import type { OIDCConfig } from 'next-auth/providers'
import { limitedText } from '@/lib/kernel/limited-text'
import type { Env } from '@/lib/kernel/read-env'
import { SECOND } from '@/lib/kernel/time/durations'
import { readClaims } from '@/lib/staff/sign-in/oidc/claims'

const WITHIN_MS = 8 * SECOND
const LARGEST_BYTES = 500_000

/** The organisation's sign-in for Auth.js: found by its issuer, by code with PKCE, state and nonce. */
export function oidcProvider(oidc: NonNullable<Env['oidc']>): OIDCConfig<object> {
  return {
    id: 'oidc',
    type: 'oidc',
    name: 'OpenID Connect',
    issuer: oidc.issuer,
    clientId: oidc.id,
    clientSecret: oidc.secret,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    profile: (claims) => ({ id: readClaims(claims, oidc).account }),
    [customFetch]: boundedFetch,
  }
}

/** Whoever waits for a sign-in gets an answer: no address of the issuer is waited for long, followed elsewhere or read without end. */
async function boundedFetch(...[address, init]: Parameters<typeof fetch>): Promise<Response> {
  const signal = AbortSignal.timeout(WITHIN_MS)
  const response = await fetch(address, { ...init, signal, redirect: 'manual', cache: 'no-store' })
  const { status, statusText, headers } = response
  const body = await limitedText(response, LARGEST_BYTES)
  return new Response(body === '' ? null : body, { status, statusText, headers })
}
