import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { roles, staff, staffSessions, staffSignInLinks } from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
import { testDatabase } from '@/db/testing'
import type { Context } from '@/lib/kernel/context'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { invitation as invitationInput } from '@/lib/staff/input'
import { setOperator } from '@/lib/staff/set-operator'
import { browserName } from '@/lib/staff/sign-in/browser-name'
import { endOwnSessions, ownSessions } from '@/lib/staff/sign-in/own-sessions'
import { findSession, startSession } from '@/lib/staff/sign-in/sessions'
import { makeSignInLink, spendSignInLink } from '@/lib/staff/sign-in/sign-in-link'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { ensureFirstAdmin } from './first-admin'
import { inviteStaff } from './invite'
import { inviteAgain } from './invite-again'
import { removeMember } from './remove'
import { setRole } from './set-role'
import { team, teamMember } from './team'

const invitation = { email: 'new@example.org', role: 'editor' } as const
const operator = { name: 'Example Trust', address: '1 Sample Street\nLondon', email: 'privacy@example.org' }

describe('inviting', () => {
  test('says what is missing in the order of the form', () => {
    expect(invitationInput.safeParse({ email: '', role: '' }).error?.issues.map(({ path }) => path[0])).toEqual([
      'email',
      'role',
    ])
  })

  test('puts a person on the team, mails them and writes it down', () =>
    rolledBack(async (ctx) => {
      const admin = await memberContext(ctx, 'admin')
      const { outcome, id } = await inviteStaff(admin, invitation)
      expect(outcome).toBe('invited')
      expect(await jobs(ctx)).toEqual([{ staffId: id, invited: true, byId: idOf(admin) }])
      expect(await auditOf(ctx, 'team.invite')).toEqual([
        { actorKind: 'staff', actorId: idOf(admin), before: null, after: { role: 'editor' } },
      ])
      expect((await team(admin)).map(({ email, role }) => `${email} ${role}`)).toEqual([
        'admin@example.org admin',
        'new@example.org editor',
      ])
    }))

  test('changes nothing for someone who is on the team already', () =>
    rolledBack(async (ctx) => {
      const first = await inviteStaff(ctx, invitation)
      expect(await inviteStaff(ctx, { ...invitation, role: 'admin' })).toEqual({ ...first, outcome: 'known' })
      expect(await jobs(ctx)).toHaveLength(1)
      expect(await auditOf(ctx, 'team.invite')).toHaveLength(1)
    }))
})

describe('a role', () => {
  test('is changed at once, and written down', () =>
    rolledBack(async (ctx) => {
      const admin = await memberContext(ctx, 'admin')
      const id = idOf(await memberContext(ctx, 'campaigner'))
      await setRole(admin, { id, role: 'editor' })
      expect(await auditOf(ctx, 'team.set-role')).toEqual([
        { actorKind: 'staff', actorId: idOf(admin), before: { role: 'campaigner' }, after: { role: 'editor' } },
      ])
    }))

  test('is not changed by who is no administrator any more, whatever their page still shows', () =>
    rolledBack(async (ctx) => {
      const admin = await memberContext(ctx, 'admin')
      const other = await memberContext(ctx, 'admin', 'other@example.org')
      await setRole(admin, { id: idOf(other), role: 'editor' })
      await expect(setRole(other, { id: idOf(admin), role: 'editor' })).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(removeMember(other, idOf(admin))).rejects.toMatchObject({ code: 'not-allowed' })
    }))

  test('of the last administrator stays', () =>
    rolledBack(async (ctx) => {
      const id = idOf(await memberContext(ctx, 'admin'))
      await expect(setRole(ctx, { id, role: 'editor' })).rejects.toThrow('The team needs an administrator')
    }))
})

describe('removing', () => {
  test('ends every session and every way in, at once, and writes it down', () =>
    rolledBack(async (ctx) => {
      const admin = await memberContext(ctx, 'admin')
      const { id, email } = await signedInMember(ctx)
      const { url } = await makeSignInLink(ctx, email, 60)
      expect(await removeMember(admin, id)).toEqual({ outcome: 'removed', email, role: 'editor' })
      expect(await findSession(ctx, 'desk')).toBeNull()
      expect(await findSession(ctx, 'phone')).toBeNull()
      expect(await ctx.db.$count(staffSessions)).toBe(0)
      expect(await ctx.db.$count(staffSignInLinks)).toBe(0)
      expect(await spendSignInLink(ctx, new URL(url).searchParams.get('token') ?? '')).toBeNull()
      expect((await team(admin)).map((member) => member.email)).toEqual(['admin@example.org'])
      expect(await auditOf(ctx, 'team.remove')).toEqual([
        { actorKind: 'staff', actorId: idOf(admin), before: { role: 'editor' }, after: null },
      ])
    }))

  test('withdraws an invitation that was not followed, and finds nobody a second time', () =>
    rolledBack(async (ctx) => {
      const admin = await memberContext(ctx, 'admin')
      const { id } = await inviteStaff(admin, invitation)
      expect(await removeMember(admin, id)).toMatchObject({ outcome: 'withdrawn' })
      expect(await removeMember(admin, id)).toMatchObject({ outcome: 'unknown' })
      expect(await auditOf(ctx, 'team.withdraw')).toEqual([expect.objectContaining({ before: { role: 'editor' } })])
      expect(await auditOf(ctx, 'team.remove')).toEqual([])
    }))

  test('leaves the last administrator where they are, with their session', () =>
    rolledBack(async (ctx) => {
      const admin = await memberContext(ctx, 'admin')
      await memberContext(ctx, 'editor')
      await startSession(ctx, { token: 'desk', userId: idOf(admin) })
      await expect(removeMember(admin, idOf(admin))).rejects.toThrow('The team needs an administrator')
    }))

  test('each other, two administrators leave one: whoever comes second is refused', async () => {
    await testDatabase()
    const ctx = contextFor({ kind: 'system' })
    const first = await memberContext(ctx, 'admin', 'first@example.org')
    const second = await memberContext(ctx, 'admin', 'second@example.org')
    const outcomes = await Promise.allSettled([removeMember(first, idOf(second)), removeMember(second, idOf(first))])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await ctx.db.$count(staff, eq(staff.role, 'admin'))).toBe(1)
    await ctx.db.delete(staff)
  })
})

describe('an invitation', () => {
  test('is sent again, as one message however often it is pressed, until they have signed in', () =>
    rolledBack(async (ctx) => {
      const admin = await memberContext(ctx, 'admin')
      const { id } = await inviteStaff(admin, invitation)
      expect(await inviteAgain(admin, id)).toBe(true)
      expect(await inviteAgain(admin, id)).toBe(true)
      expect(await jobs(ctx)).toEqual(Array(2).fill({ staffId: id, invited: true, byId: idOf(admin) }))
      expect(await auditOf(ctx, 'team.invite-again')).toHaveLength(2)
      await ctx.db.update(staff).set({ emailVerified: ctx.now() }).where(eq(staff.id, id))
      expect(await inviteAgain(admin, id)).toBe(false)
      expect(await inviteAgain(admin, 'nobody')).toBe(false)
    }))
})

describe('sessions', () => {
  test('are listed to their owner alone, and ended by their owner alone', () =>
    rolledBack(async (ctx) => {
      const owner = await signedInMember(ctx)
      const other = await memberContext(ctx, 'admin')
      await startSession(ctx, { token: 'other', userId: idOf(other) })
      const own = await ownSessions(owner.ctx)
      expect(own.map(({ browser }) => browser).sort()).toEqual(['Firefox on Linux', 'Safari on iOS'])
      const [session] = await ownSessions(other)
      expect(await endOwnSessions(owner.ctx, { id: session?.id ?? '' })).toBe(0)
      expect(await findSession(ctx, 'other')).not.toBeNull()
      const desk = await findSession(ctx, 'desk')
      expect(await endOwnSessions(owner.ctx, { allBut: desk?.id ?? '' })).toBe(1)
      expect(await findSession(ctx, 'phone')).toBeNull()
      expect(await endOwnSessions(owner.ctx, { id: desk?.id ?? '' })).toBe(1)
      expect(await findSession(ctx, 'desk')).toBeNull()
      expect(await findSession(ctx, 'other')).not.toBeNull()
      expect(await auditOf(ctx, 'account.end-session')).toHaveLength(2)
    }))
})

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const WINDOWS = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT}`
const PHONE = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${WEBKIT}`
const ANDROID = `Mozilla/5.0 (Linux; Android 15; SM-S921B) ${WEBKIT}`

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [`${WINDOWS} Chrome/138.0.0.0 Safari/537.36`, 'Chrome on Windows'],
  [`${WINDOWS} HeadlessChrome/138.0.0.0 Safari/537.36`, 'Chrome on Windows'],
  [`${WINDOWS} Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0`, 'Microsoft Edge on Windows'],
  [`${WINDOWS} Chrome/138.0.0.0 Safari/537.36 OPR/123.0.0.0`, 'Opera on Windows'],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/138.0.0.0 Safari/537.36`, 'Chrome on ChromeOS'],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/18.5 Safari/605.1.15`, 'Safari on macOS'],
  [`${PHONE} Version/18.5 Mobile/15E148 Safari/604.1`, 'Safari on iOS'],
  [`${PHONE} CriOS/138.0.7204.53 Mobile/15E148 Safari/604.1`, 'Chrome on iOS'],
  [`${PHONE} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`, 'Firefox on iOS'],
  [`${ANDROID} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`, 'Samsung Internet on Android'],
  [`${ANDROID} Chrome/138.0.0.0 Mobile Safari/537.36 EdgA/138.0.0.0`, 'Microsoft Edge on Android'],
  ['curl/8.5.0', ''],
  ['', ''],
  [`${'x'.repeat(5000)}/1 (\u202e\u0000)`, expect.stringMatching(/^.{0,130}$/)],
])('the browser %j is known as %j', (userAgent, name) => {
  expect(browserName(userAgent)).toEqual(name)
})

describe('the first administrator', () => {
  test('is made from the setting, once', () =>
    rolledBack(async (ctx) => {
      await ensureFirstAdmin(ctx)
      await ensureFirstAdmin(ctx)
      expect(await team(ctx)).toMatchObject([{ email: 'admin@localhost', role: 'admin' }])
      expect(await auditOf(ctx, 'team.first-admin')).toHaveLength(1)
    }))

  test('does not come back where another administrator is left', () =>
    rolledBack(async (ctx) => {
      await ensureFirstAdmin(ctx)
      await memberContext(ctx, 'admin')
      await ctx.db.delete(staff).where(eq(staff.email, 'admin@localhost'))
      await ensureFirstAdmin(ctx)
      expect((await team(ctx)).map(({ email }) => email)).toEqual(['admin@example.org'])
    }))
})

test('the operator is named, and written down with what stood before', () =>
  rolledBack(async (ctx) => {
    await setOperator(ctx, operator)
    await setOperator(ctx, { ...operator, name: 'Example Charity' })
    const [row] = await ctx.db.select().from(settings).where(eq(settings.name, 'operator'))
    expect(row?.value).toEqual({ ...operator, name: 'Example Charity' })
    expect(await auditOf(ctx, 'settings.set-operator')).toMatchObject([
      { before: null, after: operator },
      { before: { ...operator, address: '1 Sample Street, London' }, after: { name: 'Example Charity' } },
    ])
  }))

describe('refuses', () => {
  const guarded: [string, (ctx: Context) => unknown][] = [
    ['to invite', (ctx) => inviteStaff(ctx, invitation)],
    ['to invite again', (ctx) => inviteAgain(ctx, 'anyone')],
    ['to remove', (ctx) => removeMember(ctx, 'anyone')],
    ['to show a member', (ctx) => teamMember(ctx, 'anyone')],
    ['to change a role', (ctx) => setRole(ctx, { id: 'anyone', role: 'admin' })],
    ['to show the team', (ctx) => team(ctx)],
    ['to name the operator', (ctx) => setOperator(ctx, operator)],
  ]
  const others = roles.filter((role) => role !== 'admin')

  test.each(guarded)('%s to every role but the administrator, and to supporters', (_name, work) =>
    rolledBack(async (ctx) => {
      const contexts = await Promise.all(others.map((role) => memberContext(ctx, role)))
      for (const refused of [...contexts, { ...ctx, actor: { kind: 'supporter' as const } }]) {
        await expect(async () => work(refused)).rejects.toMatchObject({ name: 'Refusal', code: 'not-allowed' })
      }
    }),
  )
})

async function jobs({ db }: Context): Promise<unknown[]> {
  const rows = await db.execute<{ payload: unknown }>(sql`select payload from graphile_worker._private_jobs`)
  return [...rows].map(({ payload }) => payload)
}

/** An editor who has signed in, on two devices. */
async function signedInMember(ctx: Context): Promise<{ id: string; email: string; ctx: Context }> {
  const member = await memberContext(ctx, 'editor')
  const id = idOf(member)
  await ctx.db.update(staff).set({ emailVerified: ctx.now() }).where(eq(staff.id, id))
  await startSession(ctx, { token: 'desk', userId: id, browser: 'Firefox on Linux' })
  await startSession(ctx, { token: 'phone', userId: id, browser: 'Safari on iOS' })
  return { id, email: 'editor@example.org', ctx: member }
}

function idOf({ actor }: Context): string {
  return actor.kind === 'staff' ? actor.id : ''
}
