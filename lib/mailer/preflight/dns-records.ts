import { Resolver } from 'node:dns/promises'

/** The text records of a name; none where there is no such name. Throws when nobody answers. */
export type Records = (name: string) => Promise<string[]>

/** One line of the preflight: what was looked at, whether it is in order, what was found, and what to do if it is not. */
export type Check = { name: string; ok: boolean; found: string; todo: string | null }

type Domain = {
  /** Of the address in From. */
  domain: string
  transport: 'resend' | 'smtp'
  /** Under which name the key lies that mail is signed with; null where that is not known. */
  selector: string | null
}

/**
 * Looks whether receivers can tell that mail from this domain is ours: SPF (RFC 7208), DKIM (RFC 6376), DMARC and
 * alignment with From (RFC 7489). Resend sends with a return address under `send.` of the domain.
 */
export async function checkDomain(
  { domain, transport, selector }: Domain,
  records: Records = dnsRecords,
): Promise<Check[]> {
  const spfName = transport === 'resend' ? `send.${domain}` : domain
  const dmarc = await found(() => dmarcOf(domain, records))
  const spf = await found(async () => (await records(spfName)).filter((record) => /^v=spf1(\s|$)/i.test(record)))
  const key = selector ? await found(() => records(`${selector}._domainkey.${domain}`)) : null
  const [sender, signed] = [spfCheck(spfName, transport, spf), dkimCheck(domain, selector, key)]
  return [
    sender,
    signed,
    dmarcCheck(domain, dmarc),
    alignment(domain, spfName, { bySender: sender.ok, byKey: signed.ok, dmarc }),
  ]
}

/** A word of SPF without a sign means “+” (RFC 7208, 4.6.2). */
const LETS_ANYBODY = /\s\+?all(\s|$)/i

type Found = { records: string[]; failed: string | null }

async function found(ask: () => Promise<string[]>): Promise<Found> {
  try {
    return { records: await ask(), failed: null }
  } catch (error) {
    return { records: [], failed: error instanceof Error ? error.message : String(error) }
  }
}

/** The domain's own policy, else that of the domain above it. */
async function dmarcOf(domain: string, records: Records): Promise<string[]> {
  for (let name = domain; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const policies = (await records(`_dmarc.${name}`)).filter((record) => /^v=DMARC1\s*(;|$)/i.test(record))
    if (policies.length > 0) return policies
  }
  return []
}

function spfCheck(name: string, transport: Domain['transport'], { records, failed }: Found): Check {
  const [record = ''] = records
  const includes = transport === 'smtp' || /\binclude:amazonses\.com\b/i.test(record)
  const ok = records.length === 1 && includes && !LETS_ANYBODY.test(record)
  return line(
    'SPF',
    ok,
    records.join(' | '),
    failed,
    `Put one record “v=spf1 …” at ${name} that names who may send${transport === 'resend' ? ' (include:amazonses.com, as Resend shows it)' : ''}, without “+all”.`,
  )
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
  spfName: string,
  { bySender, byKey, dmarc }: { bySender: boolean; byKey: boolean; dmarc: Found },
): Check {
  const strict = /;\s*aspf=s\b/i.test(dmarc.records[0] ?? '')
  const byName = bySender && (!strict || spfName === domain)
  const by = [byKey && 'DKIM', byName && 'SPF'].filter(Boolean).join(' and ')
  return line(
    'Alignment with From',
    byKey || byName,
    by && `${domain}, by ${by}`,
    null,
    `Sign with a key of ${domain}, the domain of MAIL_FROM, or send with a return address under it.`,
  )
}

function line(name: string, ok: boolean, foundText: string, failed: string | null, todo: string): Check {
  return { name, ok, found: failed ? `Nobody answered: ${failed}` : foundText || 'nothing', todo: ok ? null : todo }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

const dnsRecords: Records = async (name) => {
  try {
    const answers = await new Resolver({ timeout: 5000, tries: 2 }).resolveTxt(name)
    return answers.map((parts) => parts.join(''))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTFOUND' || code === 'ENODATA') return []
    throw error
  }
}
