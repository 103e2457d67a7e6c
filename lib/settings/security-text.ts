import type { Context } from '@/lib/kernel/context'
import { DAY } from '@/lib/kernel/time/durations'
import { operatorEmail } from './operator'

// Less than a year, as RFC 9116, 2.5.5 recommends; it is written anew each day.
const HOLDS_DAYS = 180

/** The installation's security.txt (RFC 9116), from the operator's address; `null` where none is set. */
export async function securityText(ctx: Context, appUrl: string): Promise<string | null> {
  const email = await operatorEmail(ctx)
  if (!email) return null
  const today = Math.floor(ctx.now().getTime() / DAY) * DAY
  const lines = [
    // An address may hold what an address of the web may not.
    `Contact: mailto:${email.split('@').map(encodeURIComponent).join('@')}`,
    `Expires: ${new Date(today + HOLDS_DAYS * DAY).toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${appUrl}/.well-known/security.txt`,
  ]
  return `${lines.join('\n')}\n`
}
