import type { Server, ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { form as myDataForm } from '@/app/(public)/my-data/form'
import { rateLimits } from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
import { testDatabase } from '@/db/testing'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { limitsSetting } from '@/lib/limits/current-limits'
import { currentExchange } from './exchange'
import { MOST_BYTES } from './forms/read-form'
import { createFront } from './front'
import { serveFront } from './testing-server'

let server: Server
let at: string

beforeAll(async () => {
  log.level = 'silent'
  await testDatabase()
  // In place of Next: it shows what reached it, or what its address asks for.
  const front = createFront(
    async (request, response) => {
      if (request.url === '/broken') throw new Error('Planted.')
      const { form, fault } = currentExchange()
      const found = /^\/found-nothing\/(\w+)/.exec(request.url ?? '')
      if (found) return foundNothing(response, found[1] ?? '')
      response.setHeader('content-type', 'application/json')
      response.end(
        JSON.stringify({
          method: request.method,
          url: request.url,
          form: form && { ...form.show, of: form.by === myDataForm ? 'my-data' : 'another' },
          fault,
          type: request.headers['content-type'],
          forwarded: Object.fromEntries(Object.entries(request.headers).filter(([name]) => name.includes('forwarded'))),
        }),
      )
    },
    { development: false },
  )
  ;({ server, at } = await serveFront(front))
})
/** As Next says it, in pieces and with what it tells of its answer; or as a route says it. */
function foundNothing(response: ServerResponse, kind: string) {
  response.statusCode = 404
  if (kind !== 'empty') response.setHeader('content-type', kind === 'html' ? 'text/html; charset=utf-8' : 'text/plain')
  response.setHeader('x-nextjs-prerender', '1')
  response.setHeader('etag', '"made once"')
  response.flushHeaders()
  if (kind !== 'empty') response.write('<html id="__next_error__">')
  response.end()
}

beforeEach(async () => {
  const db = await testDatabase()
  await db.delete(rateLimits)
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

async function post(
  body: string | Uint8Array<ArrayBuffer> | FormData | ReadableStream,
  headers: Record<string, string> = FORM,
  path = '/my-data',
) {
  const response = await fetch(at + path, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
    duplex: 'half',
  } as RequestInit)
  return { status: response.status, headers: response.headers, seen: await response.json() }
}

describe('a posted form', () => {
  test('goes on to its page as a GET, with what was typed and what is wrong beside it', async () => {
    const { status, seen } = await post('email=not+one+%C3%A9%F0%9F%91%8D')
    expect(status).toBe(422)
    expect(seen).toMatchObject({
      method: 'GET',
      url: '/my-data',
      form: { of: 'my-data', values: { email: 'not one é👍' }, faults: [{ field: 'email' }] },
      fault: null,
    })
    expect(seen).not.toHaveProperty('type')
  })

  test('may be multipart, as forms with files are; a file counts as nothing', async () => {
    const form = new FormData()
    form.append('email', 'zwei é\r\nZeilen')
    expect((await post(form, {})).seen).toMatchObject({ form: { values: { email: 'zwei é\r\nZeilen' } } })
    const file = new FormData()
    file.append('email', new File(['anna@example.org'], 'x.txt'))
    expect((await post(file, {})).seen).toMatchObject({ form: { values: { email: '' } } })
  })

  test('that is right has the page answer as it would', async () => {
    const { status, seen } = await post('email=anna%40example.org', FORM, '/staff/sign-in')
    expect(status).toBe(200)
    expect(seen.form).toMatchObject({ done: 'sent' })
  })

  test.each([
    ['JSON', '{"email":"a@b.org"}', { 'content-type': 'application/json' }],
    ['plain text', 'email=a@b.org', { 'content-type': 'text/plain' }],
    ['multipart without its boundary', 'x', { 'content-type': 'multipart/form-data' }],
    [
      'multipart that is cut',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
      { 'content-type': 'multipart/form-data; boundary=x' },
    ],
  ])('as %s is refused as unreadable', async (_what, body, headers) => {
    const { status, seen } = await post(body, headers)
    expect(status).toBe(400)
    expect(seen).toMatchObject({ method: 'GET', url: '/fault', form: null, fault: { kind: 'unreadable' } })
  })

  test('from another site is refused', async () => {
    for (const [name, value] of Object.entries({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })) {
      const { status, seen } = await post('email=a%40b.org', { ...FORM, [name]: value })
      expect(status).toBe(403)
      expect(seen).toMatchObject({ url: '/fault', fault: { kind: 'cross-site' } })
    }
  })

  test('to an address without a form is told so, and to the API is passed on as it is', async () => {
    const { status, seen } = await post('a=b', FORM, '/nowhere')
    expect(status).toBe(405)
    expect(seen).toMatchObject({ method: 'GET', url: '/fault', fault: { kind: 'no-form' } })
    expect((await post('{}', { 'content-type': 'application/json' }, '/api/mail-events')).seen).toMatchObject({
      method: 'POST',
      url: '/api/mail-events',
    })
    expect((await post('a=b', { ...FORM, origin: 'https://evil.example' }, '/nowhere')).status).toBe(403)
  })

  test('for a campaign that there is not goes on to the page that says so', async () => {
    const { seen } = await post('a=b', FORM, '/campaigns/nowhere/write')
    expect(seen).toMatchObject({ method: 'GET', url: '/campaigns/nowhere/write', form: null, fault: null })
  })

  test('too many times is refused with when to come back, and what was typed', async () => {
    for (let turn = 0; turn < env().limits.resend.points; turn++) await post('email=anna')
    const { status, headers, seen } = await post('email=anna%40example.org')
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(500)
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(600)
    expect(seen.form).toMatchObject({ done: 'soon', values: { email: 'anna@example.org' } })
  })
})

describe('a large form', () => {
  const filled = (size: number) => `email=${'x'.repeat(size - 'email='.length)}`

  test('is taken up to the limit, and a byte more is not', async () => {
    expect(await post(filled(MOST_BYTES))).toMatchObject({ status: 422 })
    expect(await post(filled(MOST_BYTES + 1))).toMatchObject({
      status: 413,
      seen: { url: '/fault', fault: { kind: 'too-large' } },
    })
  })

  test('of ten megabytes is read to its end, so that the answer arrives', async () => {
    for (const body of [filled(10 * 1024 * 1024), new FormData()]) {
      if (body instanceof FormData) body.append('email', 'x'.repeat(10 * 1024 * 1024))
      const { status, seen } = await post(body, body instanceof FormData ? {} : FORM)
      expect(status).toBe(413)
      expect(seen.fault).toEqual({ kind: 'too-large' })
    }
  })

  test('that does not say its length is measured as it comes', async () => {
    let sent = 0
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('x'.repeat(65_536)))
        sent += 65_536
        if (sent >= 2 * MOST_BYTES) controller.close()
      },
    })
    expect(await post(stream)).toMatchObject({ status: 413 })
  })

  test('that does not end is cut off, and the server goes on', async () => {
    const endless = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(1024 * 1024))
      },
    })
    await post(endless).catch(() => undefined)
    expect((await fetch(`${at}/after`)).status).toBe(200)
  })
})

describe('a form beyond its limits', () => {
  test('has each of its fields cut, and is told so at the field', async () => {
    const { status, seen } = await post(`email=${'x'.repeat(700_000)}`)
    expect(status).toBe(422)
    expect(seen.form.values.email).toHaveLength(1000)
    expect(JSON.stringify(seen).length).toBeLessThan(2000)
  })

  test.each([
    ['one name', 'ask=a&'.repeat(5000)],
    ['no name', '&'.repeat(5000)],
    ['names of their own', Array.from({ length: 5000 }, (_, at) => `f${at}=`).join('&')],
  ])('is refused for thousands of fields with %s', async (_what, body) => {
    expect(await post(body)).toMatchObject({ status: 413, seen: { form: null, fault: { kind: 'too-large' } } })
  })

  test('is refused for thousands of parts', async () => {
    const form = new FormData()
    for (let at = 0; at < 1000; at++) form.append('email', 'x')
    expect(await post(form, {})).toMatchObject({ status: 413 })
  })

  test('is answered without the character that the database has not, and without names that hold it', async () => {
    const { seen } = await post('email=a%00b&%00=x')
    expect(seen.form.values.email).toBe('a b')
  })

  test('comes too often: it is told when to come back, before anything of it is read', async () => {
    const db = await testDatabase()
    await db.insert(settings).values({ name: limitsSetting.name, value: { forms: { points: 1, seconds: 600 } } })
    try {
      await post('email=anna')
      const { status, headers, seen } = await post('email=anna')
      expect(status).toBe(429)
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(500)
      expect(seen).toMatchObject({ url: '/fault', form: null, fault: { kind: 'too-many' } })
    } finally {
      await db.delete(settings).where(eq(settings.name, limitsSetting.name))
    }
  })
})

describe('an address', () => {
  test.each([
    ['/letters/%00', 400],
    ['/a%01b', 400],
    ['/a?find=%00', 400],
    ['/a?%7f=x', 400],
    [`/a?find=${'x'.repeat(13_000)}`, 414],
    [`/${'x'.repeat(13_000)}`, 414],
  ])('such as %.20s is refused with %i, by a page', async (path, status) => {
    const response = await fetch(at + path)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ method: 'GET', url: '/fault' })
  })

  test.each([
    ['/api/postcodes/%00', 400, 'malformed'],
    ['/api/v1/campaigns?x=%00', 400, 'malformed'],
    [`/api/postcodes/${'x'.repeat(13_000)}`, 414, 'long-address'],
  ])('such as %.24s is refused with %i, in JSON', async (path, status, code) => {
    const response = await fetch(at + path)
    expect(response.status).toBe(status)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.json()).toMatchObject({ error: { code } })
  })

  test('that is refused takes no form', async () => {
    expect(await post('email=anna', FORM, '/my-data?x=%00')).toMatchObject({ status: 400, seen: { form: null } })
  })

  test.each([
    ['/a?postcode=SW1A%200AA&find=Z%C3%BCrich%0A', '/a?postcode=SW1A%200AA&find=Z%C3%BCrich%0A'],
    ['/a?find=%ff%ED%A0%80', '/a?find=%ff%ED%A0%80'],
    ['/a?name=x', '/a'],
    ['/a?fbclid=x&utm_source=news&utm_source[]=y', '/a?utm_source=news'],
    [`/a?find=${'x'.repeat(8000)}&${'y'.repeat(2000)}=1`, `/a?find=${'x'.repeat(300)}`],
    [`/a?${'find=a&'.repeat(1500)}`, `/a?${'find=a&'.repeat(50).slice(0, -1)}`],
    ['/staff/letters?mp=x&other=y', '/staff/letters?mp=x&other=y'],
    ['/api/v1/campaigns?other=y', '/api/v1/campaigns?other=y'],
  ])('such as %.30s reaches its page as far as that reads it', async (path, reached) => {
    expect(await (await fetch(at + path)).json()).toMatchObject({ url: reached, fault: null })
  })
})

test('what a request says of where it was forwarded from does not reach Next', async () => {
  const told = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher', forwarded: 'host=evil.example' }
  const { seen } = await post('email=anna', { ...FORM, ...told, 'x-forwarded-for': '192.0.2.1' })
  expect(seen.forwarded).toEqual({ 'x-forwarded-proto': 'http' })
})

describe('every answer', () => {
  test('carries the security headers, and a nonce of its own', async () => {
    const answers = await Promise.all([fetch(`${at}/a`), fetch(`${at}/a`)])
    for (const { headers } of answers) {
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('permissions-policy')).toContain('camera=()')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('strict-transport-security')).toBeNull()
      expect(headers.get('x-powered-by')).toBeNull()
    }
    const nonces = answers.map(
      ({ headers }) => /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1],
    )
    expect(nonces[0]).toMatch(/^[\w+/=]{20,}$/)
    expect(nonces[0]).not.toBe(nonces[1])
  })

  test('may be framed by other sites where it is the embed, and nowhere else', async () => {
    for (const path of ['/embed/a', '/embed/a?utm_source=x']) {
      const { headers } = await fetch(at + path)
      expect(headers.get('x-frame-options')).toBeNull()
      expect(headers.get('content-security-policy')).toContain('frame-ancestors *')
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    }
    for (const path of ['/a', '/embed/a/staff', '/a?x=/embed/a']) {
      const { headers } = await fetch(at + path)
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    }
  })

  test('may not be framed where it is a fault at the embed’s address', async () => {
    const { status, headers, seen } = await post('a=b', FORM, '/embed/a')
    expect(status).toBe(405)
    expect(seen).toMatchObject({ url: '/fault' })
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  test('that fails says so without saying why', async () => {
    const response = await fetch(`${at}/broken`)
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(text).toContain('Something went wrong on our side')
    expect(text).not.toContain('Planted')
  })
})

describe('where nothing is found', () => {
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  const asked = async (path: string, init?: RequestInit) => {
    const response = await fetch(at + path, init)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  test.each([
    ['a page', '/found-nothing/html', undefined],
    ['a page, by a browser', '/found-nothing/html', browser],
    ['a file that is opened as a page', '/found-nothing/text', browser],
    ['a picture that is opened as a page', '/found-nothing/empty', browser],
  ])('%s, the page that says so is made in its place', async (_what, path, headers) => {
    const { status, headers: had, text } = await asked(path, headers && { headers })
    expect(JSON.parse(text)).toMatchObject({ method: 'GET', url: '/missing', form: null })
    expect(had.get('etag')).toBeNull()
    expect(had.get('content-security-policy')).toContain('nonce-')
    // That page says its status itself.
    expect(status).toBe(200)
  })

  test.each([
    ['text', undefined],
    ['empty', undefined],
    ['empty', { accept: 'image/avif,*/*' }],
  ])('of a file that a page or a program asks for, its answer stays: %s', async (kind, headers) => {
    const { status, text } = await asked(`/found-nothing/${kind}`, headers && { headers })
    expect(status).toBe(404)
    expect(text).not.toContain('/missing')
  })

  test('its head is asked for as well', async () => {
    const { headers, text } = await asked('/found-nothing/html', { method: 'HEAD' })
    expect(text).toBe('')
    expect(headers.get('content-type')).toBe('application/json')
  })
})
