import type { LookupFunction } from 'node:net'
import { describe, expect, test } from 'vitest'
import { guardedLookup, isPublicAddress } from './public-address'

describe('of IP addresses', () => {
  test.each([
    ['this machine', ['127.0.0.1', '127.9.9.9', '0.0.0.0', '::1', '::']],
    ['private networks', ['10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd00:ec2::254']],
    ['links', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'fec0::1']],
    ['providers’ own networks', ['100.64.0.1', '100.100.100.200', '100.127.255.255']],
    ['many at once', ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1']],
    ['IPv4 inside IPv6', ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:0:127.0.0.1', '::127.0.0.1', '::7f00:1']],
    ['translation', ['64:ff9b::7f00:1', '64:ff9b:1::7f00:1', '2002:7f00:1::', '2001::1']],
    ['keepers of clouds', ['168.63.129.16', '169.254.169.254', 'fd00:ec2::254']],
    [
      'documentation, trials, the future',
      ['192.0.2.1', '203.0.113.9', '198.18.0.1', '240.0.0.1', '2001:db8::1', '4000::1'],
    ],
    ['what is none', ['', 'localhost', '1', '127.1', '0x7f.1', '2130706433', '8.8.8.8 ']],
  ])('those of %s are not public', (_, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([])
  })

  test('those that anybody can reach are', () => {
    const known = ['8.8.8.8', '1.1.1.1', '172.15.0.1', '172.32.0.1', '100.63.0.1', '2606:4700::1111', '2a00:1450::5']
    expect(known.filter((address) => !isPublicAddress(address))).toEqual([])
  })
})

describe('a guarded look-up', () => {
  const finding =
    (...addresses: string[]): LookupFunction =>
    (_name, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
  const ask = (lookup: LookupFunction, all: boolean) =>
    new Promise<unknown>((resolve) =>
      guardedLookup(isPublicAddress, lookup)('name.example', { all }, (error, found) => resolve(error?.name ?? found)),
    )

  test('gives what is public, one address or all', async () => {
    expect(await ask(finding('8.8.8.8', '2606:4700::1111'), false)).toBe('8.8.8.8')
    expect(await ask(finding('8.8.8.8', '2606:4700::1111'), true)).toHaveLength(2)
  })

  test.each([true, false])('refuses a name of which any address is private (all: %s)', async (all) => {
    expect(await ask(finding('8.8.8.8', '10.0.0.1'), all)).toBe('RefusedAddress')
    expect(await ask(finding('::ffff:8.8.8.8'), all)).toBe('RefusedAddress')
    expect(await ask(finding(), all)).toBe('RefusedAddress')
  })
})
