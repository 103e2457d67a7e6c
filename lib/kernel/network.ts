import ipaddr from 'ipaddr.js'

export type Address = ipaddr.IPv4 | ipaddr.IPv6
/** A network: its first address, and how many bits its addresses share. */
export type Network = [Address, number]
/** Which proxies are believed: those of these networks, or so many in a row behind one on a private network. */
export type TrustedProxies = { networks: Network[] } | { hops: number }

const PRIVATE = new Set(['loopback', 'private', 'linkLocal', 'uniqueLocal'])

/**
 * An address on the network as it is written in headers and by sockets, with or without brackets and a port;
 * `null` for anything else. An IPv4 address inside an IPv6 one is the IPv4 one.
 */
export function readAddress(written: string): Address | null {
  const [, bracketed, v4, v6] =
    /^(?:\[([^\]]*)\](?::\d{1,5})?|([\d.]+)(?::\d{1,5})?|([\da-f:.]+(?:%\w+)?))$/i.exec(written.trim()) ?? []
  if (v4 !== undefined) return ipaddr.IPv4.isValidFourPartDecimal(v4) ? ipaddr.IPv4.parse(v4) : null
  const long = (bracketed ?? v6 ?? '').replace(/%\w+$/, '')
  return long.includes(':') && ipaddr.IPv6.isValid(long) ? ipaddr.process(long) : null
}

/** What counts as one caller: an IPv4 address, or the first 64 bits of an IPv6 one, which a household shares (RFC 6177). */
export function householdOf(address: Address): string {
  return 'parts' in address ? leading(address, 4) : address.toString()
}

/** What is likely one provider's or one machine room's network: an IPv4 /24, or an IPv6 /48. */
export function neighbourhoodOf(address: Address): string {
  return 'parts' in address ? leading(address, 3) : address.octets.slice(0, 3).join('.')
}

/** Whether an address is this machine's own. */
export function isLoopback(written: string): boolean {
  return readAddress(written)?.range() === 'loopback'
}

/** Whether an address is of this machine or of a private network (RFC 1918, 4193, 3927, 4291). */
export function isPrivate(address: Address): boolean {
  return PRIVATE.has(address.range())
}

/** Whether what this peer says of whom it passes on is believed; of nobody, where no proxy is named. */
export function isTrusted(peer: Address, trusted: TrustedProxies | null): boolean {
  if (!trusted) return false
  return 'hops' in trusted ? isPrivate(peer) : isWithin(peer, trusted.networks)
}

/** Whether an address is of one of these networks. */
export function isWithin(address: Address, networks: Network[]): boolean {
  return networks.some(([first, bits]) => first.kind() === address.kind() && address.match(first, bits))
}

/** The networks that a word stands for: `loopback`, `private`, an address, or a network such as 10.0.0.0/8; `null` for none. */
export function readNetworks(word: string): Network[] | null {
  const named = NAMED[word.toLowerCase()]
  if (named) return named.map((each) => ipaddr.parseCIDR(each))
  const [, written = '', bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(word) ?? []
  const whole = readAddress(written)
  if (!whole || /[[\]%]|^[^:]+:\d+$/.test(written)) return null
  const most = whole.kind() === 'ipv4' ? 32 : 128
  // Of an IPv4 network that is written as an IPv6 one, the first 96 bits are not its own.
  const own = bits === undefined ? most : Number(bits) - (most === 32 && written.includes(':') ? 96 : 0)
  return own >= 1 && own <= most ? [[whole, own]] : null
}

const NAMED: Record<string, string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', 'fc00::/7', 'fe80::/10'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
}

function leading({ parts }: ipaddr.IPv6, count: number): string {
  return parts
    .slice(0, count)
    .map((part) => part.toString(16))
    .join(':')
}
