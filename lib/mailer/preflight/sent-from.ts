import { getDomain } from 'tldts'
import { type Address, isPrivate, readAddress } from '@/lib/kernel/network'
import type { Env } from '@/lib/kernel/read-env'
import type { Dns } from './dns'
import { senderDomain } from './domain-state'

/** From where mail leaves for the world, as far as it is known. */
export type SentFrom = {
  addresses: string[]
  /** Domains whose own SPF records name the addresses of a mail service. */
  services: string[]
  /** Whether mail leaves by each of them, rather than by one of them. */
  each: boolean
  /** What a record names, in the words of who says so. */
  hint: string
}

type Settings = Pick<Env, 'mailSentFrom' | 'mailFrom' | 'resendApiKey' | 'smtpUrl' | 'appUrl' | 'isOnLocalhost'>

/** The service that Resend sends by. */
const RESENDS = 'amazonses.com'
const MOST_LOOKED_UP = 10

/**
 * MAIL_SENT_FROM, where an operator says it; else what sends for Resend, the host of SMTP_URL and its provider's, or,
 * behind a relay of one's own, the address of this site.
 */
export async function sentFrom(env: Settings, dns: Dns): Promise<SentFrom> {
  const { mailSentFrom: addresses, resendApiKey, smtpUrl, appUrl, isOnLocalhost } = env
  if (addresses.length > 0) return { addresses, services: [], each: true, hint: ` (${addresses.join(', ')})` }
  if (resendApiKey)
    return { addresses: [], services: [RESENDS], each: false, hint: ` (include:${RESENDS}, as Resend shows it)` }
  const host = bare(new URL(smtpUrl ?? appUrl).hostname)
  const own = await addressesOf(host, dns)
  // A name without a dot is one of a network of one's own; a name that nobody knows may be.
  const isRelay = own.every(isPrivate)
  const provider = getDomain(host)
  // What one's own record names says nothing of a host under one's own domain.
  if (!isRelay) return byOneOf(own, provider === getDomain(senderDomain(env)) ? null : provider)
  return byOneOf(isOnLocalhost ? [] : await addressesOf(bare(new URL(appUrl).hostname), dns), null)
}

function byOneOf(addresses: Address[], service: string | null): SentFrom {
  const shown = addresses.filter((address) => !isPrivate(address)).map(String)
  const hint = shown.length > 0 ? ` (${shown.join(', ')}, or MAIL_SENT_FROM where mail leaves from elsewhere)` : ''
  return { addresses: shown, services: service ? [service] : [], each: false, hint }
}

async function addressesOf(host: string, dns: Dns): Promise<Address[]> {
  const written = readAddress(host)
  const found = written ? [host] : host.includes('.') ? await dns.addresses(host) : []
  return found.flatMap((each) => readAddress(each) ?? [])
}

/** The records of a name that begin as those of SPF do. */
export async function spfRecords(name: string, dns: Dns): Promise<string[]> {
  return (await dns.texts(name)).filter((record) => /^v=spf1(\s|$)/i.test(record))
}

/** An address that a domain's own record names, or one that it leads on to does; `null` for none. */
export async function networkOf(domain: string, dns: Dns): Promise<string | null> {
  const [ahead, seen] = [[domain], new Set<string>()]
  while (seen.size < MOST_LOOKED_UP) {
    const name = ahead.shift()
    if (!name) return null
    seen.add(name)
    const words = (await spfRecords(name, dns)).join(' ').split(/\s+/)
    const network = words.flatMap((word) => /^\+?ip[46]:([^/]+)/i.exec(word)?.[1] ?? [])[0]
    if (network && readAddress(network)) return network
    const further = words.flatMap((word) => /^\+?(?:include:|redirect=)([^\s%]+)$/i.exec(word)?.[1] ?? [])
    ahead.push(...further.filter((each) => !seen.has(each)))
  }
  return null
}

function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1')
}
