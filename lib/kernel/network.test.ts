import { describe, expect, test } from 'vitest'
import { type Address, isLoopback, isWithin, neighbourhoodOf, readAddress, readNetworks } from './network'

function address(written: string): Address {
  const read = readAddress(written)
  if (!read) throw new Error(`${written} is no address.`)
  return read
}

test('the network around an address is its /24, or its /48', () => {
  const around = (written: string) => neighbourhoodOf(address(written))
  expect(around('203.0.113.7')).toBe('203.0.113')
  expect(around('::ffff:203.0.113.9')).toBe('203.0.113')
  expect(around('2001:db8:1:2::7')).toBe('2001:db8:1')
  expect(around('[2001:DB8:1:ffff::1]:443')).toBe('2001:db8:1')
  expect(around('2001:db8::1')).toBe('2001:db8:0')
})

test('this machine’s own addresses are told from others', () => {
  for (const own of ['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1']) expect(isLoopback(own)).toBe(true)
  for (const other of ['', 'localhost', '128.0.0.1', '::2', '10.0.0.1', '::ffff:10.0.0.1']) {
    expect(isLoopback(other)).toBe(false)
  }
})

describe('a word for networks', () => {
  test.each([
    ['10.0.0.0/8', ['10.255.0.1'], ['11.0.0.1', '::ffff:11.0.0.1']],
    ['203.0.113.7', ['203.0.113.7', '::ffff:203.0.113.7'], ['203.0.113.8']],
    ['2001:db8::/32', ['2001:db8:ffff::1'], ['2001:db9::1']],
    ['2001:DB8::5', ['2001:db8:0::5'], ['2001:db8::6']],
    ['::ffff:10.0.0.0/104', ['10.1.1.1'], ['11.1.1.1']],
    ['loopback', ['127.0.0.9', '::1'], ['10.0.0.1']],
    ['Private', ['10.0.0.1', '172.16.0.1', '192.168.1.1', 'fd00::1'], ['127.0.0.1', '8.8.8.8']],
  ])('%s', (word, within, without) => {
    const networks = readNetworks(word) ?? []
    for (const each of within) expect(isWithin(address(each), networks)).toBe(true)
    for (const each of without) expect(isWithin(address(each), networks)).toBe(false)
  })

  test.each([
    '',
    'everybody',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    '::/129',
    '10.0.0',
    '10.0.0.1:80',
    '[::1]',
    'a/8',
    '10.0.0.0/8/8',
    '::ffff:0.0.0.0/96',
    '-1',
  ])('is not %j', (word) => expect(readNetworks(word)).toBeNull())
})
