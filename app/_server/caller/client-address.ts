import type { IncomingMessage } from 'node:http'
import { type Address, isTrusted, isWithin, type Network, readAddress, type TrustedProxies } from '@/lib/kernel/network'

/**
 * Where a request came from: the socket's address, or, where that is a proxy that is `trusted`, what the outermost of
 * them wrote into X-Forwarded-For (read from the right: everything further left is the visitor's own word). What cannot
 * be read there leaves it at the socket's. `null` where the socket is closed already.
 */
export function clientAddress(request: IncomingMessage, trusted: TrustedProxies | null): Address | null {
  const peer = readAddress(request.socket.remoteAddress ?? '')
  if (!peer || !trusted || !isTrusted(peer, trusted)) return peer
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  if (forwarded.length === 0) return peer
  if ('hops' in trusted) return readAddress(forwarded.at(-trusted.hops) ?? forwarded[0] ?? '') ?? peer
  return outermost(forwarded, trusted.networks) ?? peer
}

/** The first from the right that is no proxy of ours; the leftmost, where all are. */
function outermost(forwarded: string[], networks: Network[]): Address | null {
  let address: Address | null = null
  for (const written of forwarded.toReversed()) {
    address = readAddress(written)
    if (!address || !isWithin(address, networks)) return address
  }
  return address
}
