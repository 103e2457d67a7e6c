import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'

let server: Server
let reached: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => void front(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
afterEach(() => {
  vi.unstubAllEnvs()
  reached = []
})

let front: Awaited<ReturnType<typeof frontWith>>

/** The first check of the front of a process with these settings; what passes it is noted and answered 204. */
async function frontWith(settings: Record<string, string>) {
  for (const [name, value] of Object.entries({ PORT: '3000', ...settings })) vi.stubEnv(name, value)
  vi.resetModules()
  const { answeredForOther } = await import('./own-host')
  return (...[request, response]: Parameters<typeof answeredForOther>) => {
    if (answeredForOther(request, response)) return
    reached.push(request.url ?? '')
    response.writeHead(204).end()
  }
}

/** Sends these lines as they are; gives the whole answer. */
async function send(...lines: string[]): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.end(`${lines.join('\r\n')}\r\n\r\n`)
  return text(socket)
}

async function statusFor(host: string | null, path = '/'): Promise<number> {
  const answer = await send(`GET ${path} HTTP/1.1`, ...(host === null ? [] : [`Host: ${host}`]), 'Connection: close')
  return Number(answer.split(' ')[1])
}

const LOCAL = {}
const PUBLIC = { APP_URL: 'https://letters.example.org', SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@example.org' }

describe('on this machine', () => {
  test.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LocalHost:3000', '[0:0:0:0:0:0:0:1]:3000'])(
    '%s is its own',
    async (host) => {
      front = await frontWith(LOCAL)
      expect(await statusFor(host)).toBe(204)
    },
  )

  test.each([
    ['evil.example', 421],
    ['evil.example:3000', 421],
    ['localhost', 421],
    ['localhost:3001', 421],
    ['localhost.:3000', 421],
    ['localhost.evil.example:3000', 421],
    ['evil-localhost:3000', 421],
    ['app.localhost:3000', 421],
    ['192.168.1.5:3000', 421],
    ['0.0.0.0:3000', 421],
    ['127.0.0.1.:3000', 421],
    ['127.1:3000', 421],
    ['0x7f.1:3000', 421],
    ['2130706433:3000', 421],
    ['0177.0.0.1:3000', 421],
    ['127.0.0.2:3000', 421],
    ['[::ffff:127.0.0.1]:3000', 421],
    ['evil.example@localhost:3000', 400],
    ['localhost:3000/', 400],
    ['localhost:3000, evil.example', 400],
    ['localhost:3000?', 400],
    ['localhost:99999', 421],
    ['localhost:', 400],
    ['localhost:03000', 400],
    ['', 400],
  ])('%j is not', async (host, status) => {
    front = await frontWith(LOCAL)
    expect(await statusFor(host)).toBe(status)
    expect(reached).toEqual([])
  })

  test('another port of APP_URL, as a container is given one, is its own beside the one that is listened on', async () => {
    front = await frontWith({ APP_URL: 'http://localhost:8080' })
    for (const host of ['localhost:8080', '127.0.0.1:8080', 'localhost:3000']) expect(await statusFor(host)).toBe(204)
    expect(await statusFor('localhost:8081')).toBe(421)
  })
})

describe('in public', () => {
  test.each([
    ['letters.example.org', 204],
    ['letters.example.org:443', 204],
    ['LETTERS.Example.ORG', 204],
    ['letters.example.org:80', 421],
    ['letters.example.org:3000', 421],
    ['letters.example.org.', 421],
    ['www.letters.example.org', 421],
    ['example.org', 421],
    ['localhost:3000', 421],
    ['127.0.0.1:3000', 421],
    ['203.0.113.7', 421],
  ])('%s is answered %i', async (host, status) => {
    front = await frontWith(PUBLIC)
    expect(await statusFor(host)).toBe(status)
  })

  test('what a proxy says of the host in another header counts for nothing', async () => {
    front = await frontWith({ ...PUBLIC, TRUST_PROXY: 'loopback' })
    for (const header of ['X-Forwarded-Host: letters.example.org', 'Forwarded: host=letters.example.org']) {
      expect(await send('GET / HTTP/1.1', 'Host: 127.0.0.1:3000', header)).toContain(' 421 ')
    }
  })

  test('the answer tells an operator what to do, and carries its headers', async () => {
    front = await frontWith(PUBLIC)
    const answer = await send(
      'POST /staff/sign-in HTTP/1.1',
      'Host: 127.0.0.1:3000',
      'Content-Length: 9',
      '',
      'email=a@b',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 421 /)
    for (const words of ['APP_URL', 'proxy_set_header Host $http_host;', 'ProxyPreserveHost On']) {
      expect(answer).toContain(words)
    }
    expect(answer.toLowerCase()).toContain('cache-control: no-store')
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff')
    expect(answer).not.toContain('letters.example.org')
  })
})

describe('a request', () => {
  test('that names no host, or two, is refused', async () => {
    front = await frontWith(LOCAL)
    expect(await send('GET / HTTP/1.1', 'Connection: close')).toContain(' 400 ')
    expect(await send('GET / HTTP/1.0')).toContain(' 400 ')
    const own = 'Host: localhost:3000'
    for (const other of ['Host: evil.example', own]) {
      expect(await send('GET / HTTP/1.1', own, other)).toContain(' 400 ')
      expect(await send('GET / HTTP/1.1', other, own)).toContain(' 400 ')
    }
    expect(reached).toEqual([])
  })

  test('with its whole address in the first line is judged by that as well, and goes on without it', async () => {
    front = await frontWith(LOCAL)
    const own = 'Host: localhost:3000'
    expect(await send('GET http://evil.example/staff HTTP/1.1', own)).toContain(' 421 ')
    expect(await send('GET http://localhost:3000/staff HTTP/1.1', 'Host: evil.example')).toContain(' 421 ')
    expect(await send('GET http://a@localhost:3000/staff HTTP/1.1', own)).toContain(' 400 ')
    expect(reached).toEqual([])
    for (const path of ['/staff?a=http://evil.example/', '', '?a=b']) {
      expect(await send(`GET http://localhost:3000${path} HTTP/1.1`, own, 'Connection: close')).toContain(' 204 ')
    }
    expect(reached).toEqual(['/staff?a=http://evil.example/', '/', '/?a=b'])
  })

  test('for the health of the process is answered whatever it names', async () => {
    front = await frontWith(PUBLIC)
    for (const path of ['/api/health', '/api/live', '/api/ready', '/api/health?a']) {
      expect(await statusFor('10.0.0.7:3000', path)).toBe(204)
    }
    for (const path of ['/api/healthy', '/api/health/x', '/api/', '//api/health', '/staff?/api/health']) {
      expect(await statusFor('10.0.0.7:3000', path)).toBe(421)
    }
  })

  test('for a host made up of anything passes only as one of this machine’s names', async () => {
    front = await frontWith(LOCAL)
    const { hostFault } = await import('./own-host')
    const part = fc.constantFrom(
      ...['localhost', '127.0.0.1', '[::1]', '127.1', '0x7f.1', ':3000', ':03000', ':', '.', '@', '/', '-', '%00'],
      ...['evil.example', 'LOCALHOST'],
    )
    const host = fc.oneof(
      fc.string(),
      fc.array(part, { maxLength: 4 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(host, (host) => {
        const passes = hostFault({ url: '/', headersDistinct: { host: [host] } } as never) === null
        expect(passes).toBe(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'].includes(host.toLowerCase()))
      }),
      { numRuns: 2000 },
    )
  })
})

test('our own origins are those of APP_URL, and of this machine’s other names where it is on this machine', async () => {
  await frontWith(LOCAL)
  const origins = ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']
  expect([...(await import('./own-host')).ownOrigins()]).toEqual(origins)
  await frontWith(PUBLIC)
  expect([...(await import('./own-host')).ownOrigins()]).toEqual(['https://letters.example.org'])
})
