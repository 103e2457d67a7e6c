import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import type { Env } from '@/lib/kernel/read-env'
import { mailLeaves } from '@/lib/mailer/mail-leaves'
import { setting } from '@/lib/settings/setting'
import type { Check } from './check'

const check = z.object({ name: z.string(), ok: z.boolean(), found: z.string(), todo: z.string().nullable() })
const checked = z.object({ domain: z.string(), at: z.coerce.date(), checks: z.array(check) })
const allowed = z.object({ domain: z.string(), at: z.coerce.date() })

const checkedSetting = setting('mail_domain', checked.nullable().catch(null), null)
const allowedSetting = setting('mail_domain_allowed', allowed.nullable().catch(null), null)

/** How the sender's domain stood when it was last looked at, and whether an administrator lets it pass all the same. */
export type DomainState = {
  domain: string
  /**
   * Nothing leaves this machine: there is nothing to be in order. A mail server on it, or on a private network, passes on
   * what it is given.
   */
  waived: boolean
  checkedAt: Date | null
  checks: Check[]
  ok: boolean
  allowedAt: Date | null
}

/** The state of the domain in MAIL_FROM. */
export async function domainState(ctx: Context): Promise<DomainState> {
  const domain = senderDomain(ctx.env)
  const present = <T extends { domain: string }>(kept: T | null) => (kept?.domain === domain ? kept : null)
  const last = present(await checkedSetting.read(ctx))
  return {
    domain,
    waived: !mailLeaves(ctx.env),
    checkedAt: last?.at ?? null,
    checks: last?.checks ?? [],
    ok: last?.checks.every(({ ok }) => ok) ?? false,
    allowedAt: present(await allowedSetting.read(ctx))?.at ?? null,
  }
}

/** Keeps what was found. */
export function keepChecks(ctx: Context, checks: Check[]): Promise<void> {
  return checkedSetting.keep(ctx, { domain: senderDomain(ctx.env), at: ctx.now(), checks })
}

/** Lets the domain pass as it is. */
export function keepAllowed(ctx: Context): Promise<void> {
  return allowedSetting.keep(ctx, { domain: senderDomain(ctx.env), at: ctx.now() })
}

/** The domain of MAIL_FROM. */
export function senderDomain({ mailFrom }: Pick<Env, 'mailFrom'>): string {
  return mailFrom.split('@').at(-1) ?? ''
}
