import { lookup as systemLookup } from 'node:dns'
import { Resolver } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'

const TRIES = 2
const TRY_MS = 2000

/**
 * Looks names up without the system's own look-up, which has four threads for the whole process: a name whose servers
 * never answer would keep them from mail and files. localhost alone is the system's to know.
 */
export function resolvingLookup(resolver = new Resolver({ tries: TRIES, timeout: TRY_MS })): LookupFunction {
  return (hostname, options, callback) => {
    if (/^localhost\.?$/i.test(hostname)) return systemLookup(hostname, options, callback)
    void addressesOf(resolver, hostname).then(
      (found) => callback(null, found),
      (error) => callback(error, []),
    )
  }
}

async function addressesOf(resolver: Resolver, hostname: string) {
  const [four, six] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)])
  const found = [
    ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
    ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
  ]
  if (found.length === 0 && four.status === 'rejected') throw four.reason
  return found
}
