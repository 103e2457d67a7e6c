import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { settings } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import type { Env } from '@/lib/kernel/read-env'
import type { Check } from './domain'

const CHECKED = 'mail_domain'
const ALLOWED = 'mail_domain_allowed'

const check = z.object({ name: z.string(), ok: z.boolean(), found: z.string(), todo: z.string().nullable() })
const checked = z.object({ domain: z.string(), at: z.coerce.date(), checks: z.array(check) })
const allowed = z.object({ domain: z.string(), at: z.coerce.date() })

/** How the sender's domain stood when it was last looked at, and whether an administrator lets it pass all the same. */
export type DomainState = {
  domain: string
  /** Nothing leaves this machine, or only for a server on it: there is nothing to be in order. */
  waived: boolean
  checkedAt: Date | null
  checks: Check[]
  ok: boolean
  allowedAt: Date | null
}

/** The state of the domain in MAIL_FROM. */
export async function domainState({ db, env }: Context): Promise<DomainState> {
  const rows = await db
    .select({ name: settings.name, value: settings.value })
    .from(settings)
    .where(inArray(settings.name, [CHECKED, ALLOWED]))
  const domain = senderDomain(env)
  const of = <T extends { domain: string }>(shape: z.ZodType<T>, name: string): T | null => {
    const kept = shape.safeParse(rows.find((row) => row.name === name)?.value).data
    return kept?.domain === domain ? kept : null
  }
  const last = of(checked, CHECKED)
  return {
    domain,
    waived: isWaived(env),
    checkedAt: last?.at ?? null,
    checks: last?.checks ?? [],
    ok: last?.checks.every(({ ok }) => ok) ?? false,
    allowedAt: of(allowed, ALLOWED)?.at ?? null,
  }
}

/** Keeps what was found. */
export async function keepChecks({ db, env, now }: Context, checks: Check[]): Promise<void> {
  await keep(db, CHECKED, { domain: senderDomain(env), at: now(), checks }, now())
}

/** Lets the domain pass as it is. */
export async function keepAllowed({ db, env, now }: Context): Promise<void> {
  await keep(db, ALLOWED, { domain: senderDomain(env), at: now() }, now())
}

async function keep(db: Context['db'], name: string, value: unknown, updatedAt: Date): Promise<void> {
  await db
    .insert(settings)
    .values({ name, value, updatedAt })
    .onConflictDoUpdate({ target: settings.name, set: { value, updatedAt } })
}

/** The domain of MAIL_FROM. */
export function senderDomain({ mailFrom }: Env): string {
  return mailFrom.split('@').at(-1) ?? ''
}

function isWaived({ mailIsLocal, resendBaseUrl, smtpUrl }: Env): boolean {
  if (mailIsLocal) return true
  const url = smtpUrl ?? resendBaseUrl ?? ''
  return URL.canParse(url) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
}
