import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { staff, staffSessions, staffSignInLinks } from '@/db/schema/index'
import { env } from '@/lib/kernel/env'
import { HOUR, MINUTE } from '@/lib/kernel/time/durations'
import { readMailbox } from '@/lib/mailer/local-mailbox'
import { rolledBack } from '@/lib/mailer/testing/context'
import { findToSignIn, sendSignInLink } from '@/lib/messages/to-staff/send-sign-in-link'
import { askForSignInLink } from './sign-in/ask-for-sign-in-link'
import { endSession, findSession, startSession } from './sign-in/sessions'
import { makeSignInLink, readSignInLink, spendSignInLink } from './sign-in/sign-in-link'
import { memberContext } from './testing'

const email = 'editor@example.org'
const start = new Date('2026-11-24T12:00:00Z')

describe('asking to sign in', () => {
  test('mails a member of the team, and nobody else', () =>
    rolledBack(async (ctx) => {
      await memberContext(ctx, 'editor', 'asks@example.org')
      for (const address of ['stranger@example.org', 'asks@example.org']) {
        await askForSignInLink(ctx, address)
        const [job] = await ctx.db.execute<{ payload: { emailHash: string } }>(
          sql`select payload from graphile_worker._private_jobs order by id desc limit 1`,
        )
        expect(JSON.stringify(job)).not.toContain('example')
        await findToSignIn(ctx, job?.payload.emailHash ?? '')
      }
      const kept = await readMailbox(env())
      expect(kept.filter(({ to }) => to === 'stranger@example.org')).toEqual([])
      expect(kept.filter(({ to }) => to === 'asks@example.org')).toHaveLength(1)
    }))

  test('mails a link that lets exactly that member in', () =>
    rolledBack(async (ctx) => {
      await memberContext(ctx, 'editor')
      const [member] = await ctx.db.select({ id: staff.id }).from(staff)
      await sendSignInLink(ctx, { staffId: member?.id ?? '', invited: false })
      const mail = (await readMailbox(env())).find(({ to }) => to === email)
      const [, token = ''] = /\/staff\/sign-in\/open\?token=([\w-]+)/.exec(mail?.text ?? '') ?? []
      expect(await readSignInLink(ctx, token)).toEqual({ email })
    }))
})

describe('a sign-in link', () => {
  test('works once, however often it is looked at', () =>
    rolledBack(async (ctx) => {
      const token = await linkToken(ctx)
      for (let i = 0; i < 3; i += 1) expect(await readSignInLink(ctx, token)).toEqual({ email })
      expect(await spendSignInLink(ctx, token)).toMatchObject({ email })
      expect(await spendSignInLink(ctx, token)).toBeNull()
      expect(await readSignInLink(ctx, token)).toBeNull()
    }))

  test('runs out', () =>
    rolledBack(async (ctx) => {
      const token = await linkToken(ctx)
      ctx.setNow(new Date(start.getTime() + HOUR))
      expect(await readSignInLink(ctx, token)).toBeNull()
      expect(await spendSignInLink(ctx, token)).toBeNull()
    }, start))

  test('ends with the membership', () =>
    rolledBack(async (ctx) => {
      const token = await linkToken(ctx)
      await ctx.db.delete(staff)
      expect(await readSignInLink(ctx, token)).toBeNull()
    }))

  test('is not kept itself, and is no pass for Auth.js', () =>
    rolledBack(async (ctx) => {
      const token = await linkToken(ctx)
      const [row] = await ctx.db.select().from(staffSignInLinks)
      expect(JSON.stringify(row)).not.toContain(token)
      expect(row?.token).not.toBe(authHash(token))
      const spent = await spendSignInLink(ctx, token)
      const [pass] = await ctx.db.select().from(staffSignInLinks)
      expect(pass).toMatchObject({ identifier: email, token: authHash(spent?.pass ?? '') })
    }))
})

describe('a session', () => {
  test('ends after eight hours, whatever is done in it', () =>
    rolledBack(async (ctx) => {
      await session(ctx, 'editor')
      for (const [minutes, lives] of [
        [0, true],
        [479, true],
        [480, false],
      ] as const) {
        ctx.setNow(new Date(start.getTime() + minutes * MINUTE))
        expect([minutes, (await findSession(ctx, 'token'))?.member.email ?? null]).toEqual([
          minutes,
          lives ? email : null,
        ])
      }
    }, start))

  test('of an administrator ends after thirty minutes without a request', () =>
    rolledBack(async (ctx) => {
      await session(ctx, 'admin')
      for (const [minutes, lives] of [
        [29, true],
        [58, true],
        [88, false],
        [89, false],
      ] as const) {
        ctx.setNow(new Date(start.getTime() + minutes * MINUTE))
        expect([minutes, (await findSession(ctx, 'token')) !== null]).toEqual([minutes, lives])
      }
    }, start))

  test('ends when it is signed out of, and when its member is removed', () =>
    rolledBack(async (ctx) => {
      await session(ctx, 'editor')
      await endSession(ctx, 'token')
      expect(await findSession(ctx, 'token')).toBeNull()
      await session(ctx, 'admin')
      await ctx.db.delete(staff)
      expect(await findSession(ctx, 'token')).toBeNull()
    }))

  test('is kept by a hash alone, and found by no part of it', () =>
    rolledBack(async (ctx) => {
      await session(ctx, 'editor')
      const [row] = await ctx.db.select().from(staffSessions)
      expect(await findSession(ctx, row?.sessionToken ?? '')).toBeNull()
      expect(await findSession(ctx, '')).toBeNull()
    }))
})

type Ctx = Parameters<typeof memberContext>[0]

async function linkToken(ctx: Ctx): Promise<string> {
  await memberContext(ctx, 'editor')
  const { url } = await makeSignInLink(ctx, email, 60)
  return new URL(url).searchParams.get('token') ?? ''
}

async function session(ctx: Ctx, role: 'editor' | 'admin'): Promise<void> {
  const { actor } = await memberContext(ctx, role)
  await startSession(ctx, { token: 'token', userId: actor.kind === 'staff' ? actor.id : '' })
}

/** What Auth.js looks for when it is handed a token (its e-mail provider's callback). */
function authHash(token: string): string {
  return createHash('sha256')
    .update(token + env().authSecrets[0])
    .digest('hex')
}
