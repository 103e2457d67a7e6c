import type { spf as evaluate } from 'mailauth/lib/spf/index.js'
import { type Check, line } from './check'
import type { Dns } from './dns'
import { networkOf, type SentFrom, spfRecords } from './sent-from'

/** Addresses for documentation (RFC 5737 and 3849): nobody's, so that who lets them send lets anybody. */
const ANYBODY = ['203.0.113.77', '2001:db8::77']

/**
 * Whether receivers take mail by `from` as sent by `name` (RFC 7208): its record is evaluated as they do it, for an address
 * that mail leaves from. Of a mail service's many, one that the service's own record names; of addresses that an operator
 * names, each.
 */
export async function checkSpf(name: string, from: () => Promise<SentFrom>, dns: Dns): Promise<Check> {
  const todo = (hint: string) => `Put one record “v=spf1 …” at ${name} that names who may send${hint}, without “+all”.`
  try {
    const senders = await from()
    const { ok, found } = await evaluated(name, senders, dns)
    return line('SPF', ok, found.join('; '), null, todo(senders.hint))
  } catch (error) {
    return line('SPF', false, '', error instanceof Error ? error.message : String(error), todo(''))
  }
}

async function evaluated(name: string, from: SentFrom, dns: Dns): Promise<{ ok: boolean; found: string[] }> {
  const records = await spfRecords(name, dns)
  if (records.length !== 1) return { ok: false, found: records }
  const forAnybody = await Promise.all(ANYBODY.map((address) => resultFor(name, address, dns)))
  if (forAnybody.includes('pass')) return { ok: false, found: [...records, 'it lets anybody send'] }
  if (forAnybody.includes('permerror')) return { ok: false, found: [...records, 'it cannot be evaluated'] }
  const senders = await witnesses(from, dns)
  if (senders.length === 0)
    return { ok: true, found: [...records, 'where mail leaves from is not known here: MAIL_SENT_FROM can say it'] }
  const results = await Promise.all(
    senders.map(async (address) => ({ result: await resultFor(name, address, dns), address })),
  )
  const passed = results.filter(({ result }) => result === 'pass')
  const ok = from.each ? passed.length === results.length : passed.length > 0
  const shown = ok && !from.each ? passed.slice(0, 1) : results
  return { ok, found: [...records, ...shown.map(({ result, address }) => `${result} for ${address}`)] }
}

async function witnesses({ addresses, services }: SentFrom, dns: Dns): Promise<string[]> {
  const named = await Promise.all(services.map((service) => networkOf(service, dns)))
  return [...addresses, ...named.flatMap((address) => address ?? [])]
}

async function resultFor(name: string, ip: string, { resolve }: Dns): Promise<string> {
  // Loaded where it is needed: no start waits for it.
  const { spf } = await import('mailauth/lib/spf/index.js')
  const { status } = await spf({ sender: `letters@${name}`, ip, helo: name, mta: name, resolver: resolve as Resolver })
  if (status.result === 'temperror') throw new Error(String(status.comment || 'DNS'))
  return status.result
}

type Resolver = NonNullable<Parameters<typeof evaluate>[0]['resolver']>
