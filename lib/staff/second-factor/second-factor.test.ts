import { sql } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { staffApps, staffRecoveryCodes, staffSessions } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { NOON } from '@/lib/kernel/testing/noon'
import { MINUTE, SECOND } from '@/lib/kernel/time/durations'
import { rolledBack } from '@/lib/mailer/testing/context'
import { ownId } from '@/lib/staff/own-id'
import { findSession, startSession } from '@/lib/staff/sign-in/sessions'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { appToSetUp, beginApp, confirmApp } from './app'
import { factorsOf, ownFactors, removeApp, resetFactors } from './factors'
import { endSignIn, halfSignedIn, takeCode } from './prove'
import { newRecoveryCodes } from './recovery-codes'
import { factorRequired, requireFactor } from './required'

/** Whoever asks, with an app that is set up; `code` is what it shows at a moment. */
async function withApp(member: Context) {
  await beginApp(member)
  const { secret } = (await appToSetUp(member)) ?? { secret: '' }
  const code = (at: Date) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })
  const codes = (await confirmApp(member, code(member.now()))) ?? []
  return { secret, code, codes }
}

const later = (ms: number) => new Date(NOON.getTime() + ms)

describe('an authenticator app', () => {
  test('counts once a code of it was right, and its secret lies sealed', () =>
    rolledBack(async (ctx) => {
      const member = await memberContext(ctx, 'editor')
      const id = ownId(member)
      await beginApp(member)
      const first = await appToSetUp(member)
      expect(first?.uri).toMatch(/^otpauth:\/\/totp\/.*editor(@|%40)example\.org\?.*secret=/)
      expect(await confirmApp(member, '000000')).toBeNull()
      await startSession(ctx, { token: 'before', userId: id })
      expect(await findSession(ctx, 'before')).toMatchObject({ hasFactor: false })
      const { secret, codes } = await withApp(member)
      expect(secret).not.toBe(first?.secret)
      expect(codes).toHaveLength(10)
      expect(new Set(codes).size).toBe(10)
      const stored = JSON.stringify(await ctx.db.select().from(staffApps))
      expect(stored).not.toContain(secret)
      expect(await appToSetUp(member)).toBeNull()
      expect(await findSession(ctx, 'before')).toMatchObject({ hasFactor: true })
      // Begun again, the one that is set up stays.
      await beginApp(member)
      expect(await ownFactors(member)).toEqual({ appSince: NOON, passkeys: [], codesLeft: 10 })
    }, NOON))

  test('ends a sign-in by a link, which opens nothing before', () =>
    rolledBack(async (ctx) => {
      const member = await memberContext(ctx, 'admin')
      const id = ownId(member)
      const { code } = await withApp(member)
      await startSession(ctx, { token: 'half', userId: id })
      expect(await findSession(ctx, 'half')).toBeNull()
      const half = await halfSignedIn(ctx, 'half')
      expect(half).toMatchObject({ staffId: id, email: 'admin@example.org' })
      expect(await takeCode(ctx, id, '123 456')).toBe(false)
      ctx.setNow(later(30 * SECOND))
      expect(await takeCode(ctx, id, ` ${code(ctx.now()).slice(0, 3)} ${code(ctx.now()).slice(3)}`)).toBe(true)
      if (half) await endSignIn(ctx, half)
      expect(await findSession(ctx, 'half')).toMatchObject({ member: { id }, by: 'link', hasFactor: true })
      expect(await halfSignedIn(ctx, 'half')).toBeNull()
      expect(await auditOf(ctx, 'team.sign-in')).toMatchObject([{ actorId: id, after: { by: 'second-factor' } }])
    }, NOON))

  test('is not asked of who comes by their organisation', () =>
    rolledBack(async (ctx) => {
      const member = await memberContext(ctx, 'admin')
      await withApp(member)
      await startSession(ctx, { token: 'whole', userId: ownId(member), by: 'organisation' })
      expect(await findSession(ctx, 'whole')).toMatchObject({ by: 'organisation' })
      expect(await halfSignedIn(ctx, 'whole')).toBeNull()
    }, NOON))

  test('has ten minutes for it', () =>
    rolledBack(async (ctx) => {
      const member = await memberContext(ctx, 'editor')
      await withApp(member)
      await startSession(ctx, { token: 'half', userId: ownId(member) })
      ctx.setNow(later(10 * MINUTE))
      expect(await halfSignedIn(ctx, 'half')).toBeNull()
      expect(await findSession(ctx, 'half')).toBeNull()
    }, NOON))

  test('has each code taken once, and those of the steps around now alone', () =>
    rolledBack(async (ctx) => {
      const member = await memberContext(ctx, 'editor')
      const id = ownId(member)
      const { code } = await withApp(member)
      ctx.setNow(later(5 * MINUTE))
      const at = (steps: number) => code(later(5 * MINUTE + steps * 30 * SECOND))
      for (const steps of [-2, 2]) expect(await takeCode(ctx, id, at(steps))).toBe(false)
      expect(await takeCode(ctx, id, at(0))).toBe(true)
      for (const steps of [0, -1]) expect(await takeCode(ctx, id, at(steps))).toBe(false)
      expect(await takeCode(ctx, id, at(1))).toBe(true)
    }, NOON))

  test('that is only being set up asks for nothing, and takes nothing', () =>
    rolledBack(async (ctx) => {
      const member = await memberContext(ctx, 'editor')
      await beginApp(member)
      const { secret } = (await appToSetUp(member)) ?? { secret: '' }
      const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: NOON.getTime() })
      expect(await takeCode(ctx, ownId(member), code)).toBe(false)
      await startSession(ctx, { token: 'whole', userId: ownId(member) })
      expect(await findSession(ctx, 'whole')).not.toBeNull()
    }, NOON))
})

describe('a recovery code', () => {
  test('works once, however it is typed, is kept as a hash, and nobody else’s works', () =>
    rolledBack(async (ctx) => {
      const member = await memberContext(ctx, 'editor')
      const other = await memberContext(ctx, 'editor', 'other@example.org')
      const id = ownId(member)
      const { codes } = await withApp(member)
      await withApp(other)
      const [first = '', second = ''] = codes
      expect(JSON.stringify(await ctx.db.select().from(staffRecoveryCodes))).not.toContain(first.slice(0, 9))
      expect(await takeCode(ctx, ownId(other), first)).toBe(false)
      expect(await takeCode(ctx, id, first.toUpperCase().replaceAll('-', ' '))).toBe(true)
      expect(await takeCode(ctx, id, first)).toBe(false)
      expect((await ownFactors(member)).codesLeft).toBe(9)
      const renewed = await newRecoveryCodes(member)
      expect(await takeCode(ctx, id, second)).toBe(false)
      expect(await takeCode(ctx, id, renewed[0] ?? '')).toBe(true)
    }, NOON))
})

describe('taking it away', () => {
  test('is the owner’s, unless administrators need one', () =>
    rolledBack(async (ctx) => {
      const admin = await memberContext(ctx, 'admin')
      await expect(requireFactor(admin, true)).rejects.toMatchObject({ name: 'ExpectedFailure' })
      await withApp(admin)
      await requireFactor(admin, true)
      expect(await factorRequired.readNow(ctx)).toBe(true)
      await expect(removeApp(admin)).rejects.toMatchObject({ name: 'ExpectedFailure' })
      await requireFactor(admin, false)
      await removeApp(admin)
      expect(await ownFactors(admin)).toEqual({ appSince: null, passkeys: [], codesLeft: 0 })
      await startSession(ctx, { token: 'whole', userId: ownId(admin) })
      expect(await findSession(ctx, 'whole')).not.toBeNull()
    }, NOON))

  test('is an administrator’s for who has lost it: signed out everywhere, written down, both told', () =>
    rolledBack(async (ctx) => {
      const [admin, member] = [await memberContext(ctx, 'admin'), await memberContext(ctx, 'editor')]
      const id = ownId(member)
      await startSession(ctx, { token: 'open', userId: id })
      await withApp(member)
      expect(await resetFactors(admin, id)).toBe(true)
      expect(await resetFactors(admin, id)).toBe(false)
      expect(await ctx.db.select().from(staffSessions)).toEqual([])
      expect(await auditOf(ctx, 'team.reset-factor')).toMatchObject([{ actorId: ownId(admin) }])
      expect(await told(ctx)).toEqual([
        ['app-added', id],
        ['reset', id],
        ['reset', ownId(admin)],
      ])
      await expect(async () => resetFactors(member, ownId(admin))).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(async () => factorsOf(member, ownId(admin))).rejects.toMatchObject({ code: 'not-allowed' })
    }, NOON))
})

async function told({ db }: Context): Promise<[string, string][]> {
  const rows = await db.execute<{ change: string; to: string }>(sql`
    select payload ->> 'change' as change, payload ->> 'toId' as to
    from graphile_worker._private_jobs where payload ->> 'toId' is not null order by id`)
  return rows.map(({ change, to }) => [change, to])
}
