import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import { answerBusy } from './busy'

const CAMPAIGN = '/campaigns/artsakh-ceasefire'
const TOKEN = 'A'.repeat(43)
const [SOON, LATE] = [3_000, 9_000]

function answered(path: string, wait: number, method = 'GET') {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method, url: path })
  const response = new ServerResponse(request)
  const end = vi.spyOn(response, 'end')
  const isBusy = answerBusy(request, response, wait)
  return { isBusy, response, body: String(end.mock.lastCall?.[0] ?? '') }
}

test.each([
  ['beginning a letter by a postcode', `${CAMPAIGN}/write?postcode=SW1A+0AA`, [false, true, true]],
  ['beginning it by a name', `${CAMPAIGN}/choose?name=York`, [false, true, true]],
  ['beginning it from a mailing', `${CAMPAIGN}/for/${TOKEN}.${TOKEN}`, [false, true, true]],
  ['a program’s look-up', '/api/postcodes/SW1A0AA', [false, true, true]],
  ['a stage of a letter', `${CAMPAIGN}/write/E14001172/words`, [false, false, true]],
  ['the page after sending', `${CAMPAIGN}/sent/${TOKEN}`, [false, false, true]],
  ['one’s own letter', `/letters/${TOKEN}`, [false, false, true]],
  ['a campaign', CAMPAIGN, [false, false, false]],
  ['“Is this your MP?”', `${CAMPAIGN}/write/E14001172`, [false, false, false]],
  ['confirming', `/confirm/${TOKEN}`, [false, false, false]],
  ['unsubscribing', `/unsubscribe/${TOKEN}`, [false, false, false]],
  ['“It was not me”', `/not-me/${TOKEN}`, [false, false, false]],
  ['staff, who may have to stop something', '/staff/settings', [false, false, false]],
  ['what the mail service tells', '/api/mail-events', [false, false, false]],
])('%s: answered while others wait for half a second, for three, for nine', (_, path, busy) => {
  for (const method of ['GET', 'POST'])
    expect([500, SOON, LATE].map((wait) => answered(path, wait, method).isBusy)).toEqual(busy)
})

test('what is read tries again by itself, when it says so', () => {
  const { response, body } = answered(`${CAMPAIGN}/write`, SOON)
  expect(response.statusCode).toBe(503)
  const again = Number(response.getHeader('retry-after'))
  expect(again).toBeGreaterThanOrEqual(20)
  expect(again).toBeLessThanOrEqual(40)
  expect(body).toContain(`<meta http-equiv="refresh" content="${again}">`)
  expect(body).toContain('This page tries again by itself within a minute')
  expect(response.getHeader('cache-control')).toBe('no-store')
})

test('what was sent is not sent again by itself: it says how nothing is lost', () => {
  const { body } = answered(`${CAMPAIGN}/write/E14001172/check`, LATE, 'POST')
  expect(body).not.toContain('http-equiv="refresh"')
  expect(body).toContain('What you typed is not lost')
})

test('a program gets words of its own', () => {
  const { response, body } = answered('/api/postcodes/SW1A0AA', SOON)
  expect(response.statusCode).toBe(503)
  expect(JSON.parse(body)).toMatchObject({ error: { code: 'busy' } })
})

test('they come back one after the other', () => {
  const all = Array.from({ length: 50 }, () => answered(`${CAMPAIGN}/write`, SOON).response.getHeader('retry-after'))
  expect(new Set(all).size).toBeGreaterThan(5)
})
