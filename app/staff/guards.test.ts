import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { currentExchange } from '@/app/_server/exchange'
import { createFront } from '@/app/_server/front'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { audit, roles } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { allowed, staffVerbs } from '@/lib/staff/roles'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import { places } from './places'
import { type Door, doors, matcher, open, served } from './testing-doors'

let server: Server
let origin = ''

beforeAll(async () => {
  await testDatabase()
  const front = createFront(servePages, { development: false })
  server = createServer((request, response) => void front(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  // Before the settings are first read: only its own host is answered.
  vi.stubEnv('PORT', `${port}`)
  origin = `http://127.0.0.1:${port}`
})
afterAll(() => server.close())

describe('every page, route and form of the staff side', () => {
  test.each(doors)('$name asks for a row of the role table', ({ verb }) => {
    expect(staffVerbs).toContain(verb)
  })

  test('is behind the menu, or open on purpose', () => {
    expect(served).toEqual(
      expect.arrayContaining([...open, ...places.map(({ href }) => `${href}/page.tsx`.slice('/staff/'.length))]),
    )
    for (const { href, verb } of places) {
      expect(doors).toContainEqual(expect.objectContaining({ path: href, method: 'GET', verb }))
    }
  })

  test('covers the role table: no row is without something that it guards', () => {
    const used = new Set(doors.map(({ verb }) => verb))
    expect(staffVerbs.filter((verb) => !used.has(verb))).toEqual([])
  })

  test.each(doors)('$name leads to the sign-in whoever is signed out', async (door) => {
    for (const cookies of ['', `${staffCookie().name}=made-up`]) {
      const { status, headers } = await ask(door, cookies)
      expect([303, 307]).toContain(status)
      const { pathname, searchParams } = new URL(headers.get('location') ?? '', origin)
      expect(pathname).toBe('/staff/sign-in')
      if (door.file?.endsWith('page.tsx')) expect(searchParams.get('to') ?? '/staff').toBe(door.path)
    }
  })
})

describe('by HTTP', () => {
  /** What was answered to each role at each row: one cell of the table. */
  const cells = new Map<string, Set<'allowed' | 'refused'>>()
  const asked = doors.flatMap((door) => roles.map((role) => ({ ...door, role, may: allowed(role, door.verb ?? '') })))

  test.each(asked)('$name answers the role $role: $may', async ({ role, may, ...door }) => {
    const cookies = await cookiesOf(role)
    const before = await audited()
    const { status, headers } = await ask(door, cookies)
    const outcome = status === 403 ? 'refused' : 'allowed'
    const cell = `${door.verb} ${role}`
    cells.set(cell, (cells.get(cell) ?? new Set()).add(outcome))
    expect(outcome).toBe(may ? 'allowed' : 'refused')
    expect(status).toBeLessThan(500)
    expect(headers.get('location') ?? '').not.toMatch(/^\/staff\/sign-in/)
    if (!may) expect(await audited()).toBe(before)
  })

  test('every cell of the table, verbs by roles, was tried and had one answer', () => {
    const expected = staffVerbs.flatMap((verb) =>
      roles.map((role) => [`${verb} ${role}`, [allowed(role, verb) ? 'allowed' : 'refused']]),
    )
    expect(cells.size).toBe(staffVerbs.length * roles.length)
    expect(Object.fromEntries([...cells].map(([cell, answers]) => [cell, [...answers]]))).toEqual(
      Object.fromEntries(expected),
    )
    const may = [...cells.values()].filter((answers) => answers.has('allowed')).length
    console.info(
      `${cells.size} cells (${staffVerbs.length} verbs × ${roles.length} roles): ` +
        `${may} allowed, ${cells.size - may} refused, by ${asked.length} requests to ${doors.length} doors`,
    )
  })
})

/**
 * Next's part: finds the file for an address and calls what it exports. What a page looks like is not asked here. The real
 * one would have to build the whole product first, and keeps its modules apart from those of the test, which counts what
 * they write into the audit; that it calls these same files is shown by the browser tests.
 */
async function servePages(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', origin)
  const file = served.find((each) => matcher(each).test(pathname))
  const params = Promise.resolve({ ...(file && matcher(file).exec(pathname)?.groups) })
  if (!file) {
    // The page that says that something was refused; its status is the front's.
    response.statusCode = currentExchange().status ?? 404
    response.end()
    return
  }
  const module: Record<string, CallableFunction> = await import(join(import.meta.dirname, file))
  try {
    if (file.endsWith('.tsx')) {
      await module.default?.({ params, searchParams: Promise.resolve(Object.fromEntries(searchParams)) })
      response.end('a page')
      return
    }
    const headers = new Headers({ cookie: request.headers.cookie ?? '' })
    const asked = new NextRequest(new URL(request.url ?? '/', origin), { method: request.method ?? 'GET', headers })
    // As Next does: a route whose address has no parts in brackets is given none.
    const given = file.includes('[') ? params : Promise.resolve(undefined)
    const answer: Response = await module[request.method ?? 'GET']?.(asked, { params: given })
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
  } catch (error) {
    const [kind, , to] = String((error as { digest?: string }).digest).split(';')
    if (kind === 'NEXT_REDIRECT') response.writeHead(307, { Location: to }).end()
    else if (kind === 'NEXT_HTTP_ERROR_FALLBACK') response.writeHead(404).end()
    else throw error
  }
}

function ask({ method, path, fields }: Door, cookie: string): Promise<Response> {
  return fetch(origin + path, {
    method,
    headers: { cookie },
    redirect: 'manual',
    ...(method === 'POST' && { body: new URLSearchParams({ nothing: '', ...fields }) }),
  })
}

async function cookiesOf(role: (typeof roles)[number]): Promise<string> {
  const token = crypto.randomUUID()
  const { actor } = await memberContext(contextFor({ kind: 'system' }), role, `${token}@example.org`)
  await startSession(contextFor({ kind: 'system' }), { token, userId: actor.kind === 'staff' ? actor.id : '' })
  return `other=1; ${staffCookie().name}=${token}`
}

async function audited(): Promise<number> {
  return (await testDatabase()).$count(audit)
}
