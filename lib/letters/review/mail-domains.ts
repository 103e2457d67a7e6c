import { domainToASCII } from 'node:url'
import { getDomain } from 'tldts'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { setting } from '@/lib/settings/setting'
import { assertAllowed } from '@/lib/staff/assert-allowed'

const DOMAINS_MOST = 2000

/** `watch`: a letter from there is held for a person to look at. `block`: none is taken. */
export const domainLists = ['watch', 'block'] as const
export type DomainList = (typeof domainLists)[number]
export type MailDomains = Record<DomainList, string[]>

const typedList = z
  .string()
  .max(DOMAINS_MOST * 100, 'The list is too long')
  .transform((text, check) => {
    const lines = text.split(/[\s,;]+/).filter(Boolean)
    const wrong = lines.find((line) => asDomain(line) === '')
    if (wrong) {
      check.addIssue({ code: 'custom', message: `“${wrong.slice(0, 80)}” is no domain: write it as example.org` })
      return z.NEVER
    }
    return [...new Set(lines.map(asDomain))]
  })
  .refine((domains) => domains.length <= DOMAINS_MOST, { error: `At most ${DOMAINS_MOST} domains fit` })

/** Both lists as a form sends them: a domain on each line. */
export const mailDomainsInput = z.object({ watch: typedList, block: typedList })

const list = z.array(z.string()).catch([])
const NONE: MailDomains = { watch: [], block: [] }
const mailDomainsSetting = setting('mail_domains', z.object({ watch: list, block: list }).catch(NONE), NONE)

/** The domains that staff watch and block. */
export function mailDomains(ctx: Context): Promise<MailDomains> {
  return mailDomainsSetting.read(ctx)
}

/** Keeps other lists in their place. Throws a `Refusal` where the actor may not. */
export function setMailDomains(ctx: Context, value: MailDomains): Promise<void> {
  assertAllowed(ctx, 'letters.set-review-rules')
  return mailDomainsSetting.keep(ctx, value, { verb: 'letters.set-mail-domains', before: (before) => before })
}

/** The domain of a list that an e-mail address is of, or of a part of which it is; `null` for none. */
export function listedDomain(email: string, list: string[]): string | null {
  const domain = domainOf(email)
  return list.find((each) => domain === each || domain.endsWith(`.${each}`)) ?? null
}

/** The domain of an e-mail address, as it stands in the DNS: in small letters, IDNA (RFC 5891), without a last dot. */
export function domainOf(email: string): string {
  return asDomain(email.slice(email.lastIndexOf('@') + 1))
}

/** Whose domain it is: of all that lies under a public suffix the one that was registered. */
export function registeredDomain(email: string): string {
  const domain = domainOf(email)
  return getDomain(domain) ?? domain
}

/** Empty for what is no domain. */
function asDomain(typed: string): string {
  const bare = typed
    .trim()
    .replace(/^(?:\*\.|@|\.)/, '')
    .replace(/\.$/, '')
  return /[\s/:@?#[\]\\%]/.test(bare) || !bare.includes('.') ? '' : domainToASCII(bare)
}
