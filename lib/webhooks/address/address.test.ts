import { describe, expect, test } from 'vitest'
import { readAddress } from './address'

/** The reader of an installation at this address. */
function reader(isOnLocalhost: boolean) {
  return (typed: string) => {
    const read = readAddress({ isOnLocalhost }, typed)
    return 'fault' in read ? read.fault : read.url.href
  }
}

const PRIVATE = 'This address is in a private network: nothing is sent there'
const HTTPS = 'The address has to start with https://'

describe('on the internet, an address', () => {
  test('is https, of a public name or IP address, on its usual port', () => {
    const read = reader(false)
    expect(read('https://crm.example.org/hooks?key=1#part')).toBe('https://crm.example.org/hooks?key=1')
    expect(read('https://crm.example.org:443/')).toBe('https://crm.example.org/')
    expect(read('https://8.8.8.8/')).toBe('https://8.8.8.8/')
    expect(read(`https://crm.example.org/${'x'.repeat(1976)}`)).toHaveLength(2000)
  })

  test.each([
    ['http://crm.example.org/', HTTPS],
    ['ftp://crm.example.org/', HTTPS],
    ['file:///etc/passwd', HTTPS],
    ['http://localhost:4000/', HTTPS],
    ['crm.example.org/hooks', 'Enter a whole address, such as https://example.org/hooks'],
    ['', 'Enter a whole address, such as https://example.org/hooks'],
    ['https://crm.example.org:8443/', 'Leave the port out: messages go to port 443 alone'],
    [
      'https://user@crm.example.org/',
      'Leave the user name and the password out: the signature shows that a message is ours',
    ],
    [
      'https://crm.example.org@127.0.0.1/',
      'Leave the user name and the password out: the signature shows that a message is ours',
    ],
    [`https://crm.example.org/${'x'.repeat(1977)}`, 'This can be at most 2,000 characters'],
    ['https://localhost/', PRIVATE],
    ['https://LOCALHOST./', PRIVATE],
    ['https://letters.localhost/', PRIVATE],
    ['https://127.0.0.1/', PRIVATE],
    ['https://127.1/', PRIVATE],
    ['https://2130706433/', PRIVATE],
    ['https://0x7f000001/', PRIVATE],
    ['https://0177.0.0.1/', PRIVATE],
    ['https://[::1]/', PRIVATE],
    ['https://[::ffff:127.0.0.1]/', PRIVATE],
    ['https://[::ffff:7f00:1]/', PRIVATE],
    ['https://[64:ff9b::7f00:1]/', PRIVATE],
    ['https://169.254.169.254/latest/meta-data', PRIVATE],
    ['https://10.0.0.1/', PRIVATE],
  ])('%s is refused', (typed, fault) => {
    expect(reader(false)(typed)).toBe(fault)
  })
})

describe('while the installation itself is on localhost, an address', () => {
  test('can also be of localhost, by http and on any port', () => {
    const read = reader(true)
    for (const url of ['http://localhost:4000/hook', 'http://127.0.0.1:4000/', 'https://[::1]:4000/']) {
      expect(read(url)).toBe(url)
    }
  })

  test('of anything else is judged as ever', () => {
    const read = reader(true)
    expect(read('http://crm.example.org/')).toBe(HTTPS)
    expect(read('https://10.0.0.1/')).toBe(PRIVATE)
    expect(read('https://crm.example.org:8443/')).toBe('Leave the port out: messages go to port 443 alone')
  })
})
