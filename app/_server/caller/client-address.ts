import type { IncomingMessage } from 'node:http'
import proxyaddr from 'proxy-addr'
import { type Address, isTrusted, isWithin, readAddress, type TrustedProxies } from '@/lib/kernel/network'

/**
 * Where a request came from: the socket's address, or, where that is a proxy that is `trusted`, what the outermost of
 * them wrote into X-Forwarded-For (read from the right: everything further left is the visitor's own word). What cannot
 * be read there leaves it at the socket's. `null` where the socket is closed already.
 */
export function clientAddress(request: IncomingMessage, trusted: TrustedProxies | null): Address | null {
  const peer = readAddress(request.socket.remoteAddress ?? '')
  if (!peer || !trusted || !isTrusted(peer, trusted)) return peer
  return readAddress(proxyaddr(request, (written, at) => at === 0 || isProxy(written, at, trusted))) ?? peer
}

/** Whether the one that is written so, at this place before our own socket, passes on what another says. */
function isProxy(written: string, at: number, trusted: TrustedProxies): boolean {
  if ('hops' in trusted) return at < trusted.hops
  const address = readAddress(written)
  return address !== null && isWithin(address, trusted.networks)
}
