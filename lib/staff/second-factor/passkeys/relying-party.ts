import { isIP } from 'node:net'
import type { Env } from '@/lib/kernel/read-env'

/** Whom a passkey is for: the host of the site's own address, and that address as browsers name it. */
export type RelyingParty = { id: string; origin: string }

/**
 * As the site's address (`APP_URL`) gives it, whatever host a request names; `null` where browsers allow no passkeys:
 * without https, unless it is localhost, or with a number in place of a name (Web Authentication, 5.1.3).
 */
export function relyingParty({ appUrl }: Pick<Env, 'appUrl'>): RelyingParty | null {
  const { protocol, hostname, origin } = new URL(appUrl)
  const isName = isIP(hostname.replace(/^\[|\]$/g, '')) === 0
  const isSecure = protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost')
  return isName && isSecure ? { id: hostname, origin } : null
}
