import { type Check, type Found, line } from './check'
import type { Dns } from './dns'
import type { SentFrom } from './sent-from'
import { checkSpf } from './spf'

type Domain = {
  /** Of the address in From. */
  domain: string
  transport: 'resend' | 'smtp'
  /** Under which name the key lies that mail is signed with; null where that is not known. */
  selector: string | null
  sentFrom: () => Promise<SentFrom>
}

/**
 * Looks whether receivers can tell that mail from this domain is ours: SPF (RFC 7208), DKIM (RFC 6376), DMARC and
 * alignment with From (RFC 7489). Resend sends with a return address under `send.` of the domain.
 */
export async function checkDomain({ domain, transport, selector, sentFrom }: Domain, dns: Dns): Promise<Check[]> {
  const returnName = transport === 'resend' ? `send.${domain}` : domain
  const dmarc = await found(() => dmarcOf(domain, dns))
  const key = selector ? await found(() => dns.texts(`${selector}._domainkey.${domain}`)) : null
  const [sender, signed] = [await checkSpf(returnName, sentFrom, dns), dkimCheck(domain, selector, key)]
  return [
    sender,
    signed,
    dmarcCheck(domain, dmarc),
    alignment(domain, returnName, { bySender: sender.ok, byKey: signed.ok, dmarc }),
  ]
}

async function found(ask: () => Promise<string[]>): Promise<Found> {
  try {
    return { records: await ask(), failed: null }
  } catch (error) {
    return { records: [], failed: error instanceof Error ? error.message : String(error) }
  }
}

/** The domain's own policy, else that of the domain above it. */
async function dmarcOf(domain: string, { texts }: Dns): Promise<string[]> {
  for (let name = domain; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const policies = (await texts(`_dmarc.${name}`)).filter((record) => /^v=DMARC1\s*(;|$)/i.test(record))
    if (policies.length > 0) return policies
  }
  return []
}

function dkimCheck(domain: string, selector: string | null, key: Found | null): Check {
  if (!selector || !key)
    return line(
      'DKIM',
      false,
      '',
      null,
      'Set MAIL_DKIM_SELECTOR to the name under which your mail server’s key lies in the domain.',
    )
  const ok = key.records.some((record) => /(^|;)\s*p=[A-Za-z0-9+/]/.test(record))
  return line(
    'DKIM',
    ok,
    shortened(key.records.join(' | ')),
    key.failed,
    `Put the key that your mail service shows at ${selector}._domainkey.${domain}.`,
  )
}

function dmarcCheck(domain: string, { records, failed }: Found): Check {
  const ok = records.length === 1 && /;\s*p=(none|quarantine|reject)\b/i.test(records[0] ?? '')
  return line(
    'DMARC',
    ok,
    records.join(' | '),
    failed,
    `Put a record at _dmarc.${domain}, to begin with “v=DMARC1; p=none; rua=mailto:you@${domain}”.`,
  )
}

function alignment(
  domain: string,
  returnName: string,
  { bySender, byKey, dmarc }: { bySender: boolean; byKey: boolean; dmarc: Found },
): Check {
  const strict = /;\s*aspf=s\b/i.test(dmarc.records[0] ?? '')
  const byName = bySender && (!strict || returnName === domain)
  const by = [byKey && 'DKIM', byName && 'SPF'].filter(Boolean).join(' and ')
  return line(
    'Alignment with From',
    byKey || byName,
    by && `${domain}, by ${by}`,
    null,
    `Sign with a key of ${domain}, the domain of MAIL_FROM, or send with a return address under it.`,
  )
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
