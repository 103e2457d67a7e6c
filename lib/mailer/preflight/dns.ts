import { Resolver } from 'node:dns/promises'

/** What stands under a name, by the kind of record; none where there is no such name. Throws when nobody answers. */
export type Dns = {
  texts(name: string): Promise<string[]>
  addresses(name: string): Promise<string[]>
  /** As node's own `resolve` answers and fails, for what evaluates SPF. */
  resolve(name: string, kind: string): Promise<unknown>
}

const NO_SUCH = new Set(['ENOTFOUND', 'ENODATA'])

/** The name servers of this machine. */
export const liveDns: Dns = dnsBy((name, kind) => new Resolver({ timeout: 5000, tries: 2 }).resolve(name, kind))

/** DNS by a function that answers and fails as node's `resolve` does. */
export function dnsBy(resolve: Dns['resolve']): Dns {
  const found = async <T>(name: string, kind: string) => {
    try {
      return (await resolve(name, kind)) as T[]
    } catch (error) {
      if (NO_SUCH.has((error as NodeJS.ErrnoException).code ?? '')) return []
      throw error
    }
  }
  return {
    resolve,
    texts: async (name) => (await found<string[]>(name, 'TXT')).map((parts) => parts.join('')),
    addresses: async (name) => [...(await found<string>(name, 'A')), ...(await found<string>(name, 'AAAA'))],
  }
}
