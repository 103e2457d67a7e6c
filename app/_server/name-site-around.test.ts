import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { nameSiteAround } from './name-site-around'

function ledTo(url: string, referer?: string): string | null {
  const request = Object.assign(new IncomingMessage(new Socket()), { url, method: 'GET', headers: { referer } })
  const response = new ServerResponse(request)
  const isLed = nameSiteAround(request, response)
  expect(response.statusCode).toBe(isLed ? 302 : 200)
  // What a cache in front keeps of the page is for everyone.
  if (isLed) expect(response.getHeader('cache-control') ?? 'no-store').toBe('no-store')
  const [, location] = /\r\nLocation: ([^\r]+)/i.exec(headOf(response)) ?? []
  return location ?? null
}

const headOf = (response: ServerResponse) => String((response as unknown as { _header: string | null })._header)

const PARTNER = 'https://www.partner.example/news?reader=anna'

test.each([
  ['/embed/artsakh-ceasefire', '/embed/artsakh-ceasefire?ref=partner.example'],
  ['/embed/artsakh-ceasefire/', '/embed/artsakh-ceasefire/?ref=partner.example'],
  ['/embed/artsakh-ceasefire?utm_source=news', '/embed/artsakh-ceasefire?utm_source=news&ref=partner.example'],
])('%s in a frame of another site is led to %s', (url, to) => expect(ledTo(url, PARTNER)).toBe(to))

test.each([
  ['one that names it', '/embed/artsakh-ceasefire?ref=partner.example', PARTNER],
  ['one that names nobody', '/embed/artsakh-ceasefire?ref=', PARTNER],
  ['one that nobody led to', '/embed/artsakh-ceasefire', undefined],
  ['one in a page of our own', '/embed/artsakh-ceasefire', 'http://localhost:3000/staff/campaigns'],
  ['one from no web page', '/embed/artsakh-ceasefire', 'android-app://com.example'],
  ['a page that no frame shows', '/campaigns/artsakh-ceasefire', PARTNER],
  ['what is shown in its place', '/embed/artsakh-ceasefire/paused', PARTNER],
])('%s stays', (_what, url, referer) => expect(ledTo(url, referer)).toBeNull())
