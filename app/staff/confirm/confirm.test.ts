import { eq, sql } from 'drizzle-orm'
import { NextRequest } from 'next/server'
import { Secret, TOTP } from 'otpauth'
import { beforeAll, describe, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { findForm, forms } from '@/app/_server/forms/table'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { GET as takeAuditOut } from '@/app/staff/audit/csv/route'
import { form as team } from '@/app/staff/team/form'
import { asHolderOf, htmlFor } from '@/app/staff/testing'
import { audit, staff, staffKeptForms, staffSessions } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { keptForm } from '@/lib/staff/fresh/kept-form'
import { ownId } from '@/lib/staff/own-id'
import { needsFresh, staffVerbs } from '@/lib/staff/roles'
import { appToSetUp, beginApp, confirmApp } from '@/lib/staff/second-factor/app'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import { form } from './form'
import ConfirmPage from './page'

const system = () => contextFor({ kind: 'system' })
const LONG_AGO = sql`now() - interval '10 minutes'`

beforeAll(async () => {
  await testDatabase()
})

test('what is given out about people, and what gives others power, is done only by who has proven lately who they are', () => {
  expect(staffVerbs.filter(needsFresh)).toEqual([
    'account.add-factor',
    'account.remove-factor',
    'answers.export',
    'api-keys.create',
    'audit.export',
    'contacts.export',
    'privacy.erase',
    'team.invite',
    'team.remove',
    'team.require-factor',
    'team.reset-factor',
    'team.set-campaigns',
    'team.set-role',
    'webhooks.set',
  ])
})

describe('signed in for more than ten minutes', () => {
  test('each such form leads to the page that asks for a proof, and nothing is done', async () => {
    const { token } = await stale('a@example.org')
    const before = await (await testDatabase()).$count(audit)
    let asked = 0
    for (const { address, form: handler } of forms) {
      const actions = 'actions' in handler ? Object.entries(handler.actions ?? {}) : [['', handler] as const]
      for (const [name, action] of actions) {
        if (!('verb' in action) || !needsFresh(String(action.verb))) continue
        const path = address.replace(/\[[^\]]+\]/g, '00000000-0000-4000-8000-000000000000')
        const sent = new FormData()
        sent.set('do', name)
        const answer = await asHolderOf(token, () => findForm(path)?.form(sent, findForm(path)?.address ?? {}))
        expect(answer).toEqual({ redirect: expect.stringMatching(/^\/staff\/confirm\?kept=[\w-]{36}$/) })
        asked += 1
      }
    }
    expect(asked).toBeGreaterThan(12)
    expect(await (await testDatabase()).$count(audit)).toBe(before)
  })

  test('a file leads there too, and from there back', async () => {
    const { token } = await stale('b@example.org')
    const asked = asHolderOf(token, () =>
      takeAuditOut(new NextRequest('http://localhost:3000/staff/audit/csv'), { params: Promise.resolve({}) }),
    )
    await expect(asked).rejects.toMatchObject({ digest: expect.stringContaining('/staff/confirm?to=') })
  })

  test('what was sent comes back after a code, sealed meanwhile, and for its sender alone', async () => {
    const { member, token, code } = await stale('c@example.org')
    const kept = await invite(token)
    const [row] = await system().db.select().from(staffKeptForms).where(eq(staffKeptForms.id, kept))
    expect(JSON.stringify(row)).not.toContain('new@example.org')
    expect(await page(token, kept)).toContain('confirm-form')
    expect(await post(token, { do: 'code', kept, code: '000000' })).toMatchObject({ status: 422 })
    expect(await post(token, { do: 'code', kept, code: code() })).toEqual({ redirect: `/staff/confirm?kept=${kept}` })
    const html = await page(token, kept)
    expect(html).toContain('action="/staff/team"')
    for (const [name, value] of [
      ['email', 'new@example.org'],
      ['role', 'editor'],
    ])
      expect(html).toContain(`name="${name}" value="${value}"`)
    expect(await (await testDatabase()).$count(staff, eq(staff.email, 'new@example.org'))).toBe(0)
    await invite(token, false)
    expect(await (await testDatabase()).$count(staff, eq(staff.email, 'new@example.org'))).toBe(1)
    const other = await stale('d@example.org')
    expect(await keptForm(system(), ownId(other.member), kept)).toBeNull()
    expect(await keptForm(system(), ownId(member), kept)).toMatchObject({ path: '/staff/team' })
  })

  test('a link by e-mail leads back to it, for who has no second factor', async () => {
    const { member, token } = await stale('e@example.org', false)
    const kept = await invite(token)
    expect(await page(token, kept)).toContain('value="link"')
    expect(await post(token, { do: 'link', kept })).toMatchObject({ show: { done: 'sent' } })
    const [job] = await system().db.execute<{ payload: unknown }>(
      sql`select payload from graphile_worker._private_jobs where payload ->> 'to' is not null order by id desc limit 1`,
    )
    expect(job?.payload).toEqual({ staffId: ownId(member), invited: false, to: `/staff/confirm?kept=${kept}` })
  })

  test('leads nowhere but to our own pages', async () => {
    const { token } = await stale('f@example.org')
    await system().db.update(staffSessions).set({ provenAt: new Date() })
    const html = await htmlFor(token, async () =>
      ConfirmPage({ params: Promise.resolve({}), searchParams: Promise.resolve({ to: 'https://evil.example/' }) }),
    )
    expect(html).not.toContain('evil.example')
  })
})

/** An administrator whose session began long ago, with an authenticator app or without. */
async function stale(email: string, withApp = true) {
  const member = await memberContext(system(), 'admin', email)
  const token = crypto.randomUUID()
  await startSession(system(), { token, userId: ownId(member) })
  await system()
    .db.update(staffSessions)
    .set({ provenAt: LONG_AGO })
    .where(eq(staffSessions.userId, ownId(member)))
  if (withApp) await beginApp(member)
  const secret = withApp ? ((await appToSetUp(member))?.secret ?? '') : ''
  const app = secret ? new TOTP({ secret: Secret.fromBase32(secret) }) : null
  if (app) await confirmApp(member, app.generate())
  // The step after: that of the setting up is taken already.
  return { member, token, code: () => app?.generate({ timestamp: Date.now() + 30_000 }) ?? '' }
}

async function invite(token: string, isStale = true): Promise<string> {
  const sent = new FormData()
  sent.set('email', 'new@example.org')
  sent.set('role', 'editor')
  const exchange = newExchange({ path: '/staff/team', cookies: `${staffCookie().name}=${token}` })
  const answer = await withExchange(exchange, () => team(sent, {}))
  if (!isStale) return ''
  return 'redirect' in answer ? (new URL(answer.redirect, 'http://x').searchParams.get('kept') ?? '') : ''
}

function post(token: string, fields: Record<string, string>) {
  const sent = new FormData()
  for (const [name, value] of Object.entries({ to: '', kept: '', ...fields })) sent.set(name, value)
  return asHolderOf(token, () => form(sent, {}))
}

function page(token: string, kept: string): Promise<string> {
  return htmlFor(token, async () =>
    ConfirmPage({ params: Promise.resolve({}), searchParams: Promise.resolve({ kept }) }),
  )
}
