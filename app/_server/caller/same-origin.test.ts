import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { isSameOrigin } from './same-origin'

const APP = 'https://letters.example.org'

function cameFrom(headers: Record<string, string>): boolean {
  const request = new IncomingMessage(new Socket())
  Object.assign(request.headers, { host: 'letters.example.org', ...headers })
  return isSameOrigin(request, new Set([APP]))
}

describe('a form is taken', () => {
  test.each([
    ['from our own page, as browsers of today say', { 'sec-fetch-site': 'same-origin', origin: APP }],
    ['after a reload or from the address bar', { 'sec-fetch-site': 'none' }],
    ['from our own origin, as older browsers say', { origin: APP }],
    ['from our own page, as its address says', { referer: `${APP}/campaigns/x/write?postcode=SW1A` }],
    ['from our own address, behind a proxy that names another host', { host: 'inner:3000', origin: APP }],
    ['from a program that says nothing', {}],
  ])('%s', (_where, headers) => expect(cameFrom(headers)).toBe(true))
})

describe('a form is refused', () => {
  test.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }],
    ['from another site that names our origin', { 'sec-fetch-site': 'cross-site', origin: APP }],
    ['with something unheard-of in its place', { 'sec-fetch-site': 'SAME-ORIGIN' }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from an origin that begins like ours', { origin: 'https://letters.example.org.evil.example' }],
    ['from an origin that ends like ours', { origin: 'https://evil-letters.example.org' }],
    ['from another port of ours', { origin: 'https://letters.example.org:8443' }],
    ['from a sandboxed page', { origin: 'null' }],
    ['from an origin that is none', { origin: 'letters.example.org' }],
    ['from another origin, whatever page it names', { origin: 'https://evil.example', referer: `${APP}/` }],
    ['from another page', { referer: 'https://evil.example/letters.example.org' }],
    ['from a page with our name as its user', { referer: 'https://letters.example.org@evil.example/' }],
    ['with an empty origin', { origin: '' }],
    [
      'from the host that it was sent to, where that is not ours',
      { host: 'evil.example', origin: 'http://evil.example' },
    ],
  ])('%s', (_where, headers) => expect(cameFrom(headers)).toBe(false))
})
