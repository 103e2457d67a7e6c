import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { householdOf, readNetworks, type TrustedProxies } from '@/lib/kernel/network'
import { clientAddress } from './client-address'

function addressOf(direct: string, forwarded: string | null, trusted: TrustedProxies | number): string {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: direct })
  const request = new IncomingMessage(socket)
  if (forwarded !== null) request.headers['x-forwarded-for'] = forwarded
  const address = clientAddress(request, typeof trusted === 'number' ? hops(trusted) : trusted)
  return address ? householdOf(address) : ''
}

function hops(count: number): TrustedProxies | null {
  return count === 0 ? null : { hops: count }
}

function networks(...words: string[]): TrustedProxies {
  return { networks: words.flatMap((word) => readNetworks(word) ?? []) }
}

describe('without a proxy of one’s own', () => {
  test('it is the socket’s address, whatever the request says', () => {
    expect(addressOf('203.0.113.7', null, 0)).toBe('203.0.113.7')
    expect(addressOf('203.0.113.7', '198.51.100.1', 0)).toBe('203.0.113.7')
    expect(addressOf('::ffff:203.0.113.7', null, 0)).toBe('203.0.113.7')
  })
})

describe('behind proxies of one’s own', () => {
  test.each([
    ['one proxy, one entry', '203.0.113.7', 1, '203.0.113.7'],
    ['one proxy; the client made up an entry', '198.51.100.1, 203.0.113.7', 1, '203.0.113.7'],
    ['one proxy; the client made up many', '1.1.1.1,2.2.2.2 , 3.3.3.3,203.0.113.7', 1, '203.0.113.7'],
    ['two proxies', '203.0.113.7, 192.0.2.1', 2, '203.0.113.7'],
    ['two proxies; the client made up an entry', '198.51.100.1, 203.0.113.7, 192.0.2.1', 2, '203.0.113.7'],
    ['fewer entries than proxies', '203.0.113.7', 3, '203.0.113.7'],
    ['empty entries', ' , ,203.0.113.7,', 1, '203.0.113.7'],
    ['no entry at all', '', 1, '10.0.0.1'],
    ['no header at all', null, 1, '10.0.0.1'],
    ['an IPv4 address in IPv6', '::ffff:203.0.113.7', 1, '203.0.113.7'],
  ])('%s', (_what, forwarded, trusted, address) => expect(addressOf('10.0.0.1', forwarded, trusted)).toBe(address))
})

describe('the IPv6 addresses of one household', () => {
  test.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::', '2001:db8:1:2'],
    ['2001:db8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['2001:db8::5:6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['2001:DB8:0:0::6', '2001:db8:0:0'],
    ['2001:0db8:0000:0000:0000::6', '2001:db8:0:0'],
  ])('%s counts as %s', (address, shared) => expect(addressOf(address, null, 0)).toBe(shared))

  test('another household’s count apart', () => {
    expect(addressOf('2001:db8:1:3::1', null, 0)).not.toBe(addressOf('2001:db8:1:2::1', null, 0))
  })
})

describe('what is forwarded is believed', () => {
  test.each([
    [
      'of a count, behind a peer of this machine or of a private network alone',
      1,
      ['127.0.0.1', '::1', '10.9.8.7', '172.31.0.1', '192.168.0.1', 'fd12::1', 'fe80::1%eth0', '::ffff:10.0.0.1'],
    ],
    [
      'of a list, behind a peer on it alone',
      networks('203.0.113.0/24', '2001:db8:f::/48', 'loopback'),
      ['203.0.113.255', '2001:DB8:F:1::9', '127.0.0.3', '::1', '::ffff:203.0.113.4'],
    ],
  ])('%s', (_what, trusted, peers) => {
    for (const peer of peers) expect(addressOf(peer, '198.51.100.1', trusted)).toBe('198.51.100.1')
    for (const peer of ['203.0.112.1', '2001:db8:e::1', '172.32.0.1', '100.64.0.1', '8.8.8.8']) {
      expect(addressOf(peer, '198.51.100.1', trusted)).toBe(addressOf(peer, null, 0))
    }
  })

  test('from the right, as far as proxies of the list reach', () => {
    const trusted = networks('10.0.0.0/8', '203.0.113.7')
    const of = (forwarded: string) => addressOf('10.0.0.1', forwarded, trusted)
    expect(of('192.0.2.1, 198.51.100.1, 203.0.113.7, 10.0.0.2')).toBe('198.51.100.1')
    expect(of('192.0.2.1, 198.51.100.1')).toBe('198.51.100.1')
    expect(of('10.0.0.3, 10.0.0.2')).toBe('10.0.0.3')
    expect(of('rubbish, 10.0.0.2')).toBe('10.0.0.1')
    expect(of('192.0.2.1, rubbish')).toBe('10.0.0.1')
  })
})

test('what cannot be read leaves it at the peer', () => {
  for (const rubbish of [
    'rubbish',
    'unknown',
    '_hidden',
    '1.2.3',
    '1.2.3.4.5',
    '0x7f.1',
    '010.1.1.1',
    '256.1.1.1',
    '[::1',
    '1.2.3.4:x',
    ':::',
    '1.2.3.4/8',
  ]) {
    expect(addressOf('10.0.0.1', rubbish, 1)).toBe('10.0.0.1')
    expect(addressOf('127.0.0.1', rubbish, networks('loopback'))).toBe('127.0.0.1')
  }
})

describe('however it is written, an address is one', () => {
  const port = fc.integer({ min: 1, max: 65_535 })
  const forwarded = (written: string) => addressOf('127.0.0.1', written, 1)

  test('of IPv4, with and without a port, by itself or inside an IPv6 one', () => {
    fc.assert(
      fc.property(fc.ipV4(), port, (address, port) => {
        for (const written of [
          address,
          `${address}:${port}`,
          `::ffff:${address}`,
          `[::FFFF:${address}]:${port}`,
          ` ${address} `,
        ]) {
          expect(forwarded(written)).toBe(address)
        }
      }),
    )
  })

  test('of IPv6, in any case, shortened or not, with brackets and a port or without', () => {
    const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(groups, port, ([first = 0, ...rest], port) => {
        // Not one that holds an IPv4 address.
        const parts = [first | 0x2000, ...rest].map((part) => part.toString(16))
        const long = parts.join(':')
        const short = new URL(`http://[${long}]`).hostname
        const padded = parts.map((part) => part.padStart(4, '0')).join(':')
        for (const written of [long, long.toUpperCase(), padded, short, `${short}:${port}`, short.slice(1, -1)]) {
          expect(forwarded(written)).toBe(parts.slice(0, 4).join(':'))
        }
      }),
    )
  })

  test('and nothing that is sent makes it anything but an address', () => {
    const part = fc.constantFrom('1.2.3.4', ':', '[', ']', '::', 'ffff', ',', ' ', '"', '%', '.', '0', '2001:db8::1')
    const header = fc.oneof(
      fc.string(),
      fc.array(part).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(header, fc.constantFrom(1, 2, networks('loopback', '1.2.3.4')), (header, trusted) => {
        expect(addressOf('127.0.0.1', header, trusted)).toMatch(
          /^\d{1,3}(\.\d{1,3}){3}$|^[\da-f]{1,4}(:[\da-f]{1,4}){3}$/,
        )
      }),
      { numRuns: 1000 },
    )
  })
})
