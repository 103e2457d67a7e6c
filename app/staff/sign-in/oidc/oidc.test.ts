import { eq } from 'drizzle-orm'
import { NextRequest } from 'next/server'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { GET as finish } from '@/app/api/auth/callback/oidc/route'
import { staff, staffAccounts } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { log } from '@/lib/kernel/log'
import { contextFor } from '@/lib/mailer/process-context'
import { isFresh } from '@/lib/staff/fresh/is-fresh'
import { readClaims } from '@/lib/staff/sign-in/oidc/claims'
import { findSession } from '@/lib/staff/sign-in/sessions'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { GET as begin } from './route'
import { TestingIssuer } from './testing-issuer'

const SITE = 'http://localhost:3000'
const issuer = new TestingIssuer()
const system = () => contextFor({ kind: 'system' })

beforeAll(async () => {
  log.level = 'silent'
  await testDatabase()
  await issuer.start(`${SITE}/api/auth/callback/oidc`)
  vi.stubEnv('AUTH_OIDC_ISSUER', issuer.url)
  vi.stubEnv('AUTH_OIDC_ID', issuer.id)
  vi.stubEnv('AUTH_OIDC_SECRET', issuer.secret)
  vi.stubEnv('AUTH_OIDC_DOMAINS', 'example.org, charity.example')
  vi.stubEnv('AUTH_OIDC_ROLE_CLAIM', 'realm_access.roles')
  vi.stubEnv('AUTH_OIDC_ROLES', 'mp-admins=admin,mp-editors=editor')
})
afterAll(() => issuer.stop())
afterEach(() => {
  issuer.instead = () => false
  vi.restoreAllMocks()
})

describe('who is let in', () => {
  test('an invited member, at the page that they meant, by code with PKCE, state and nonce', async () => {
    await memberContext(system(), 'editor', 'invited@example.org')
    const { to, member } = await signIn(
      'a',
      { email: 'Invited@Example.org', email_verified: true },
      '/staff/audit?who=1',
    )
    expect([to, member]).toMatchObject(['/staff/audit?who=1', { email: 'invited@example.org', role: 'editor' }])
    expect(Object.fromEntries(issuer.asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${SITE}/api/auth/callback/oidc`,
      scope: 'openid email profile',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(issuer.asked.get(name)).toMatch(/^[\w.-]{30,}$/)
  })

  test('the same account again, when its address has changed', async () => {
    await memberContext(system(), 'editor', 'before@example.org')
    await signIn('moved', { email: 'before@example.org', email_verified: true })
    const { member } = await signIn('moved', { email: 'after@example.org', email_verified: true })
    expect(member?.email).toBe('before@example.org')
  })

  test('whom the claim gives a role, without an invitation, with the highest of several', async () => {
    const claims = {
      email: 'new@charity.example',
      email_verified: true,
      realm_access: { roles: ['mp-editors', 'mp-admins', 'x'] },
    }
    expect((await signIn('new', claims)).member).toMatchObject({ email: 'new@charity.example', role: 'admin' })
    expect(await auditOf(system(), 'team.join')).toHaveLength(1)
  })

  test('nobody’s tokens are kept', async () => {
    const rows = await system().db.select().from(staffAccounts)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect([row.access_token, row.id_token, row.refresh_token]).toEqual([null, null, null])
  })

  test.each([
    '//evil.example/',
    'https://evil.example/staff',
    '/campaigns/x',
    '/staffer',
    '/staff/../x',
    'javascript:1',
  ])('leads to the staff’s home instead of %s', async (to) => {
    await signIn('new', { email: 'new@charity.example', email_verified: true, realm_access: { roles: ['mp-admins'] } })
    const again = await signIn(
      'new',
      { email: 'new@charity.example', email_verified: true, realm_access: { roles: ['mp-admins'] } },
      to,
    )
    expect(again.to).toBe('/staff')
  })
})

describe('who is not', () => {
  test.each([
    ['not-invited', { email: 'stranger@example.org', email_verified: true }],
    ['not-invited', { email: 'stranger@example.org', email_verified: true, realm_access: { roles: ['others'] } }],
    ['not-invited', { email: 'stranger@example.org', email_verified: true, realm_access: 'mp-admins' }],
    ['unverified', { email: 'member@example.org' }],
    ['unverified', { email: 'member@example.org', email_verified: false, realm_access: { roles: ['mp-admins'] } }],
    ['unverified', { email: 'member@example.org', xms_edov: false }],
    ['no-email', { email_verified: true, realm_access: { roles: ['mp-admins'] } }],
    ['domain', { email: 'member@other.example', email_verified: true, realm_access: { roles: ['mp-admins'] } }],
    ['domain', { email: 'a@example.org@other.example', email_verified: true }],
    ['domain', { email: 'member@sub.example.org', email_verified: true }],
  ])('%s', async (why, claims) => {
    const known = await system().db.$count(staff)
    const { to, member } = await signIn(crypto.randomUUID(), claims)
    expect([to, member]).toEqual([`/staff/sign-in?error=${why}`, null])
    expect(await system().db.$count(staff)).toBe(known)
  })

  test('Microsoft’s word that the address is the tenant’s counts as well', async () => {
    await memberContext(system(), 'campaigner', 'tenant@example.org')
    expect((await signIn('ms', { email: 'tenant@example.org', xms_edov: '1' })).member?.role).toBe('campaigner')
  })
})

describe('a role of the claim’s', () => {
  const claims = (...roles: string[]) => ({
    email: 'claimed@example.org',
    email_verified: true,
    realm_access: { roles },
  })

  test('changes at the next sign-in, and is taken with the membership', async () => {
    expect((await signIn('claimed', claims('mp-admins'))).member?.role).toBe('admin')
    const { member, token } = await signIn('claimed', claims('mp-editors'))
    expect(member?.role).toBe('editor')
    expect((await signIn('claimed', claims())).to).toBe('/staff/sign-in?error=role-taken')
    expect(await findSession(system(), token)).toBeNull()
    expect(await system().db.$count(staff, eq(staff.email, 'claimed@example.org'))).toBe(0)
    expect((await signIn('claimed', claims('mp-editors'))).member?.role).toBe('editor')
  })

  test('is none of an invited member’s whom no claim ever named', async () => {
    await memberContext(system(), 'editor', 'kept@example.org')
    const { member } = await signIn('kept', { email: 'kept@example.org', email_verified: true })
    expect(member?.role).toBe('editor')
  })

  test('is not the administrator’s of STAFF_ADMIN_EMAIL', async () => {
    vi.spyOn(system().env, 'staffAdminEmail', 'get').mockReturnValue('root@example.org')
    await memberContext(system(), 'admin', 'root@example.org')
    const root = { email: 'root@example.org', email_verified: true, realm_access: { roles: ['mp-editors'] } }
    expect((await signIn('root', root)).member?.role).toBe('admin')
  })
})

describe('when the organisation’s sign-in fails, each says what can be done', () => {
  const discovery = '/.well-known/openid-configuration'
  const instead = (path: string, status: number, body: string) => {
    issuer.instead = (request, response) => {
      if (!request.url?.startsWith(path)) return false
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(body)
      return true
    }
  }

  test.each([
    ['unreachable', 500, '{}'],
    ['unreachable', 503, 'down'],
    ['untrusted', 404, '{}'],
    ['untrusted', 302, ''],
    ['untrusted', 200, 'not JSON'],
    ['untrusted', 200, '[]'],
    ['untrusted', 200, '{"issuer":"https://another.example"}'],
    ['untrusted', 200, `{"issuer":"${'x'.repeat(600_000)}"}`],
  ])('%s at the start: %i %s', async (why, status, body) => {
    instead(discovery, status, body)
    expect((await start()).to).toBe(`/staff/sign-in?error=${why}`)
  })

  test('unreachable: it does not answer in time, or not at all', async () => {
    issuer.instead = () => true
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new DOMException('late', 'TimeoutError')))
    expect((await start()).to).toBe('/staff/sign-in?error=unreachable')
    vi.restoreAllMocks()
    issuer.instead = (request) => {
      request.socket.destroy()
      return true
    }
    expect((await start()).to).toBe('/staff/sign-in?error=unreachable')
  })

  test.each([
    ['unreachable', 500, '{}'],
    ['untrusted', 200, 'not JSON'],
    ['untrusted', 200, '{"access_token":"a","token_type":"bearer"}'],
    ['too-late', 400, '{"error":"invalid_grant"}'],
    ['refused', 401, '{"error":"invalid_client"}'],
  ])('%s at the end: %i %s', async (why, status, body) => {
    const { to, jar } = await start()
    issuer.next = { sub: 'new', claims: { email: 'new@charity.example', email_verified: true } }
    const back = await issuer.signIn(to)
    instead('/token', status, body)
    expect(await end(back, jar)).toMatchObject({ to: `/staff/sign-in?error=${why}`, token: '' })
  })

  test('untrusted: the token of another sign-in, by its nonce', async () => {
    issuer.next = { sub: 'new', claims: { email: 'new@charity.example', email_verified: true } }
    const [mine, other] = [await start(), await start()]
    const address = new URL(mine.to)
    address.searchParams.set('nonce', new URL(other.to).searchParams.get('nonce') ?? '')
    expect(await end(await issuer.signIn(address.href), mine.jar)).toMatchObject({
      to: '/staff/sign-in?error=untrusted',
    })
  })

  test.each([
    ['too-late', 'its cookies are gone', {}, ''],
    ['untrusted', 'its state is another’s', { state: 'x' }, null],
    ['untrusted', 'its issuer is another', { iss: 'https://x.example' }, null],
  ])('%s: %s', async (why, _what, changed, jar) => {
    issuer.next = { sub: 'new', claims: { email: 'new@charity.example', email_verified: true } }
    const begun = await start()
    const back = new URL(await issuer.signIn(begun.to))
    for (const [name, value] of Object.entries(changed)) back.searchParams.set(name, value)
    expect((await end(back.href, jar ?? begun.jar)).to).toBe(`/staff/sign-in?error=${why}`)
  })

  test('the page that was meant is not forgotten', async () => {
    const { to, jar } = await start('/staff/audit?who=1&what=a%20b')
    const state = new URL(to).searchParams.get('state') ?? ''
    const query = new URLSearchParams({ error: 'access_denied', state, iss: issuer.url })
    const back = await end(`${SITE}/api/auth/callback/oidc?${query}`, jar)
    expect(back.to).toBe('/staff/sign-in?error=cancelled&to=%2Fstaff%2Faudit%3Fwho%3D1%26what%3Da%2520b')
    instead(discovery, 500, '')
    expect((await start('/staff/team')).to).toBe('/staff/sign-in?error=unreachable&to=%2Fstaff%2Fteam')
  })

  test('too late: a code works once', async () => {
    const claims = { email: 'new@charity.example', email_verified: true, realm_access: { roles: ['mp-admins'] } }
    issuer.next = { sub: 'new', claims }
    const { to, jar } = await start()
    const back = await issuer.signIn(to)
    expect((await end(back, jar)).to).toBe('/staff')
    expect((await end(back, jar)).to).toBe('/staff/sign-in?error=too-late')
  })

  test.each([
    ['cancelled', 'access_denied'],
    ['refused', 'invalid_request'],
    ['unreachable', 'temporarily_unavailable'],
  ])('%s: it says %s', async (why, error) => {
    const { to, jar } = await start()
    const state = new URL(to).searchParams.get('state') ?? ''
    const query = new URLSearchParams({ error, state, iss: issuer.url })
    expect((await end(`${SITE}/api/auth/callback/oidc?${query}`, jar)).to).toBe(`/staff/sign-in?error=${why}`)
  })
})

test('a session counts as proven when the issuer says that it was, and anew only where it is asked for', async () => {
  const hours = 3
  const authTime = Math.floor(Date.now() / 1000) - hours * 3600
  await memberContext(system(), 'admin', 'proven@example.org')
  issuer.next = { sub: 'proven', claims: { email: 'proven@example.org', email_verified: true } }
  const { to } = await start()
  expect(new URL(to).searchParams.get('prompt')).toBeNull()
  const again = await start('/staff/confirm?kept=1', '&again=1')
  expect(Object.fromEntries(new URL(again.to).searchParams)).toMatchObject({ prompt: 'login', max_age: '0' })
  const { token, to: back } = await end(await issuer.signIn(again.to), again.jar)
  expect(back).toBe('/staff/confirm?kept=1')
  const session = await findSession(system(), token)
  expect(isFresh({ provenAt: session?.provenAt ?? null }, new Date())).toBe(true)
  const claims = { iss: 'i', sub: 's', email: 'a@example.org', email_verified: true, auth_time: authTime }
  const oidc = system().env.oidc
  const { provenAt } = oidc ? readClaims(claims, oidc) : { provenAt: null }
  expect(isFresh({ provenAt }, new Date())).toBe(false)
})

test('whoever is signed in and comes back as another is that other, and nobody’s account becomes theirs', async () => {
  await memberContext(system(), 'editor', 'one@example.org')
  await memberContext(system(), 'editor', 'two@example.org')
  const one = await signIn('one', { email: 'one@example.org', email_verified: true })
  const { to, jar } = await start()
  issuer.next = { sub: 'two', claims: { email: 'two@example.org', email_verified: true } }
  const { token } = await end(await issuer.signIn(to), `${jar}; ${staffCookie().name}=${one.token}`)
  expect((await findSession(system(), token))?.member.email).toBe('two@example.org')
})

async function signIn(sub: string, claims: Record<string, unknown>, path?: string) {
  issuer.next = { sub, claims }
  const { to, jar } = await start(path)
  const ended = await end(await issuer.signIn(to), jar)
  const session = ended.token ? await findSession(system(), ended.token) : null
  return { ...ended, member: session?.member ?? null }
}

let callers = 0

async function start(path = '/staff', more = '') {
  const query = `${new URLSearchParams({ to: path })}${more}`
  const answer = await withExchange(newExchange({ clientAddress: `caller ${callers++}` }), () =>
    begin(new NextRequest(`${SITE}/staff/sign-in/oidc?${query}`)),
  )
  const jar = answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
  return { to: answer.headers.get('location') ?? '', jar }
}

async function end(address: string, cookie: string) {
  const answer = await finish(new NextRequest(address, { headers: { cookie } }))
  const own = answer.headers.getSetCookie().find((each) => each.startsWith(`${staffCookie().name}=`))
  return { to: answer.headers.get('location') ?? '', token: /=([^;]*)/.exec(own ?? '')?.[1] ?? '' }
}
