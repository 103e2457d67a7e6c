import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { clientAddress } from './client-address'

function addressOf(direct: string, forwarded: string | null, trusted: number): string {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: direct })
  const request = new IncomingMessage(socket)
  if (forwarded !== null) request.headers['x-forwarded-for'] = forwarded
  return clientAddress(request, trusted)
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
    ['::1', ':0:0:0'],
  ])('%s counts as %s', (address, shared) => expect(addressOf(address, null, 0)).toBe(shared))

  test('another household’s count apart', () => {
    expect(addressOf('2001:db8:1:3::1', null, 0)).not.toBe(addressOf('2001:db8:1:2::1', null, 0))
  })
})
