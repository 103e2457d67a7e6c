import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { resolvingLookup } from './resolve-name'

// A public address in form, and the machine's own keeper on Azure: it hands out secrets to whoever asks from inside.
const AZURE_METADATA = '168.63.129.16'
// What is given out for use in the internet at all (RFC 4291 section 2.4, IANA's register of IPv6 addresses).
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')

/** Whether anybody in the internet could reach this IP address: no private, local, shared, mapped or reserved one. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address === AZURE_METADATA) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_IPV6)
}

/** Whether this IP address is the machine itself. */
export function isOwnAddress(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.parse(address).range() === 'loopback'
}

/** That a name, or an address as given, leads where nothing may be sent. */
export class RefusedAddress extends Error {
  override name = 'RefusedAddress'
}

/**
 * A look-up for making connections, which gives an answer only when all of it is allowed: what was judged is what is
 * then connected to, so that a name cannot lead elsewhere a moment later.
 */
export function guardedLookup(
  allows: (address: string) => boolean,
  lookup: LookupFunction = resolvingLookup(),
): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }]
      const [first] = addresses
      if (error || !first) callback(error ?? new RefusedAddress('The name has no address.'), [])
      else if (!addresses.every(({ address }) => allows(address)))
        callback(new RefusedAddress('The name leads to a private address.'), [])
      else if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
}
