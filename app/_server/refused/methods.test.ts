import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { staticFiles } from '@/app/_server/answer/static-files'
import { createFront } from '@/app/_server/front'
import { testDatabase } from '@/db/testing'
import { log } from '@/lib/kernel/log'

/** What reached Next, which here answers 200 to everything. */
const passed: string[] = []
const headersPassed: Record<string, unknown>[] = []
let front: ReturnType<typeof createFront>
const newFront = () =>
  createFront(
    async (request, response) => {
      passed.push(`${request.method} ${request.url}`)
      headersPassed.push(request.headers)
      response.setHeader('content-type', 'text/plain')
      response.end('a page')
    },
    { development: false, serveFile: staticFiles('public') },
  )
const server = createServer((request, response) => void front(request, response))

beforeAll(async () => {
  log.level = 'silent'
  await testDatabase()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // Before the settings are first read: only its own host is answered.
  vi.stubEnv('PORT', `${(server.address() as AddressInfo).port}`)
  vi.stubEnv('APP_URL', '')
  front = newFront()
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Sends it as it stands, as no library would; gives all that came until the connection ended. */
async function send(line: string, headers: string[] = []): Promise<{ status: number; head: string; body: string }> {
  passed.length = 0
  headersPassed.length = 0
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write([line, `Host: ${ownHost()}`, 'Connection: close', ...headers, '', ''].join('\r\n'))
  const whole = await text(socket)
  const [head = '', body = ''] = whole.split('\r\n\r\n', 2)
  return { status: Number(/^HTTP\/1.1 (\d+)/.exec(head)?.[1] ?? 0), head, body }
}

const ownHost = () => `localhost:${(server.address() as AddressInfo).port}`
const allow = (head: string) => /^Allow: (.*)$/im.exec(head)?.[1]

const PAGES = ['/', '/campaigns/a', '/embed/a', '/staff', '/privacy', '/nowhere', '/icons/a.png', '/api/health']
const FORMS = ['/campaigns/a/write', '/my-data', '/confirm/abc', '/staff/sign-in', '/campaigns/a/sent/abc']
const METHODS = ['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'OPTIONS', 'MKCOL', 'LOCK', 'SEARCH', 'PURGE']

describe('a method that an address does not take', () => {
  test.each(METHODS)('is answered 405 with those that it takes: %s', async (method) => {
    for (const path of [...PAGES, ...FORMS, '/_next/static/a.js', '*']) {
      const { status, head, body } = await send(`${method} ${path} HTTP/1.1`)
      expect([method, path, status]).toEqual([method, path, 405])
      expect(allow(head)).toBe(FORMS.includes(path) ? 'GET, HEAD, POST' : 'GET, HEAD')
      expect(body).toContain('This address takes GET, HEAD')
      expect(head).toMatch(/x-content-type-options: nosniff/i)
      expect(passed).toEqual([])
    }
  })

  test('is any but POST, where an address is posted to alone', async () => {
    for (const path of ['/api/mail-events', '/staff/sign-out']) {
      for (const method of ['GET', 'HEAD', ...METHODS]) {
        const { status, head } = await send(`${method} ${path} HTTP/1.1`)
        expect([method, path, status, allow(head)]).toEqual([method, path, 405, 'POST'])
      }
    }
  })

  test('is POST, at an address of the API that is read', async () => {
    for (const path of ['/api/health', '/api/postcodes/SW1A0AA', '/api/v1/campaigns', '/api/nowhere']) {
      const { status, head } = await send(`POST ${path} HTTP/1.1`, ['Content-Length: 0'])
      expect([status, allow(head), passed]).toEqual([405, 'GET, HEAD', []])
    }
  })

  test('is POST, at a page without a form, whose page says so', async () => {
    const { status, head } = await send('POST /privacy HTTP/1.1', ['Content-Length: 0'])
    expect([status, allow(head), passed]).toEqual([405, 'GET, HEAD', ['GET /fault']])
  })
})

test('pages of other sites may ask which methods the figures take', async () => {
  const { status, head } = await send('OPTIONS /api/campaigns/a/figures HTTP/1.1', [
    'Origin: https://elsewhere.example',
    'Access-Control-Request-Method: GET',
  ])
  expect([status, allow(head), passed]).toEqual([204, 'GET, HEAD, OPTIONS', []])
  expect(head).toMatch(/access-control-allow-origin: \*/i)
  expect(head).toMatch(/access-control-allow-methods: GET, HEAD, OPTIONS/i)
})

test.each(['GET', 'HEAD'])('%s reaches the page', async (method) => {
  for (const path of PAGES) {
    const { status, body } = await send(`${method} ${path} HTTP/1.1`)
    expect([status, passed, body === '']).toEqual([200, [`${method} ${path}`], method === 'HEAD'])
  }
})

test.each(['get / HTTP/1.1', 'NONSENSE / HTTP/1.1', 'CONNECT example.org:443 HTTP/1.1', 'GET / HTTP/9.9', 'GET'])(
  'what is no request is ended, and nothing hears of it: %s',
  async (line) => {
    const { status } = await send(line)
    expect([0, 400, 505]).toContain(status)
    expect(passed).toEqual([])
    expect((await send('GET /privacy HTTP/1.1')).status).toBe(200)
  },
)

describe('of what Next opens by itself', () => {
  test.each([
    '/_next/image?url=%2Fcampaigns%2Fa%2Fshare.png&w=640&q=75',
    '/_next/image',
    '/_next/image/',
    '//_next/image?url=%2Fa.png&w=640&q=75',
    '/%5Fnext/image?url=%2Fa.png&w=640&q=75',
    '/_next/data/build/index.json',
    '/_next/hmr',
    '/_next',
    '/__nextjs_original-stack-frames',
    '/__nextjs_source-map',
    '/_next/static/../image',
    '/_next/static/../../package.json',
    '/_next/static/..%2f..%2fpackage.json',
    '/_next/static/%2e%2e/%2e%2e/package.json',
    '/_next/static/..%5c..%5cpackage.json',
    '/_next/static/nowhere.js',
    '/_next/static/%',
  ])('%s is not there', async (path) => {
    const { status, body } = await send(`GET ${path} HTTP/1.1`)
    expect(status).toBe(404)
    expect(body).not.toContain('dear-mp')
    expect(passed).toEqual([])
  })

  test('a word in a header calls no action, and asks for no part of a public page', async () => {
    const words = ['Next-Action: abc', 'RSC: 1', 'Next-Router-State-Tree: %5Bbroken', 'Next-Url: /staff']
    await send('GET /campaigns/a?_rsc=abc HTTP/1.1', words)
    expect(Object.keys(headersPassed[0] ?? {}).filter((name) => /^(rsc|next-)/.test(name))).toEqual([])
    await send('POST /my-data HTTP/1.1', [...words, 'Content-Length: 0'])
    expect(headersPassed[0]).not.toHaveProperty('next-action')
    // The dashboard is renewed in parts, by Next's own scripts.
    await send('GET /staff/dashboard HTTP/1.1', words)
    expect(headersPassed[0]).toMatchObject({ rsc: '1' })
    expect(headersPassed[0]).not.toHaveProperty('next-action')
  })
})

test('behind an answer that a body is not read for, the connection is ended', async () => {
  for (const line of ['GET /privacy HTTP/1.1', 'PUT /privacy HTTP/1.1', 'POST /privacy HTTP/1.1']) {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.write(`${line}\r\nHost: ${ownHost()}\r\nContent-Length: 100000000\r\n\r\nonly a little`)
    // Ends by itself, though the rest never comes.
    expect(await text(socket)).toMatch(/^HTTP\/1.1 (200|405)[\s\S]*connection: close/i)
  }
})
