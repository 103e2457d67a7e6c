import { eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { staffPasskeyChallenges, staffPasskeys } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { NOON } from '@/lib/kernel/testing/noon'
import { MINUTE, SECOND } from '@/lib/kernel/time/durations'
import { rolledBack } from '@/lib/mailer/testing/context'
import { ownId } from '@/lib/staff/own-id'
import { findSession, sessionHash, startSession } from '@/lib/staff/sign-in/sessions'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { adminsWithoutFactor } from '../admins-without'
import { appToSetUp, beginApp, confirmApp } from '../app'
import { ownFactors, removeApp, removePasskey, resetFactors } from '../factors'
import { endSignIn, halfSignedIn, takeCode } from '../prove'
import { requireFactor } from '../required'
import { waysToProve } from '../ways-to-prove'
import { addPasskey, beginPasskey, MOST_PASSKEYS, passkeyName } from './add'
import { askForPasskey, takePasskey } from './prove'
import { relyingParty } from './relying-party'
import { softPasskey } from './testing'

const later = (ms: number) => new Date(NOON.getTime() + ms)

/** A member with a session that is open. */
async function member(ctx: Context, role: 'admin' | 'editor' = 'editor', email?: string) {
  const own = await memberContext(ctx, role, email)
  const token = crypto.randomUUID()
  await startSession(ctx, { token, userId: ownId(own), by: 'organisation' })
  return { own, who: { sessionId: sessionHash(token), staffId: ownId(own) } }
}

async function withPasskey(ctx: Context, role?: 'admin' | 'editor', email?: string) {
  const { own, who } = await member(ctx, role, email)
  const { passkey, codes } = await added(own, who.sessionId)
  return { own, who, passkey, codes }
}

async function added(own: Context, sessionId: string, passkey = softPasskey()) {
  const answer = passkey.made(await beginPasskey(own, sessionId))
  const done = await addPasskey(own, { sessionId, answer, name: 'Laptop' })
  return { passkey, codes: 'codes' in done ? done.codes : null }
}

async function withApp(own: Context) {
  await beginApp(own)
  const secret = Secret.fromBase32((await appToSetUp(own))?.secret ?? '')
  return confirmApp(own, new TOTP({ secret }).generate({ timestamp: own.now().getTime() }))
}

describe('whom a passkey is for', () => {
  test.each([
    ['https://letters.example.org', { id: 'letters.example.org', origin: 'https://letters.example.org' }],
    ['https://letters.example.org:8443', { id: 'letters.example.org', origin: 'https://letters.example.org:8443' }],
    ['http://localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
    ['http://mp.localhost', { id: 'mp.localhost', origin: 'http://mp.localhost' }],
    ['http://letters.example.org', null],
    ['https://192.0.2.7', null],
    ['http://127.0.0.1:3000', null],
    ['https://[2001:db8::7]', null],
  ])('is told by the site’s address: %s', (appUrl, party) => {
    expect(relyingParty({ appUrl })).toEqual(party)
  })
})

describe('a passkey’s name', () => {
  test('is one clean line that can be seen, of sixty characters at most', () => {
    for (const [typed, kept] of [
      ['  Phone\u0000 of\r\nAnn ', 'Phone of Ann'],
      ['\u202Etfel\u202C', 'tfel'],
      ['😀'.repeat(60), '😀'.repeat(60)],
      ['', 'Passkey'],
      [' \u200F\t\u2060\u200D', 'Passkey'],
    ])
      expect(passkeyName.parse(typed)).toBe(kept)
    for (const typed of ['a'.repeat(61), 'a'.repeat(1000)]) expect(passkeyName.safeParse(typed).success).toBe(false)
  })
})

describe('adding a passkey', () => {
  test('makes it a second factor, with recovery codes for the first, and its owner is told', () =>
    rolledBack(async (ctx) => {
      const { own, who, passkey, codes } = await withPasskey(ctx)
      expect(codes).toHaveLength(10)
      const [kept] = await ctx.db.select().from(staffPasskeys)
      expect(kept).toMatchObject({ id: passkey.id, staffId: who.staffId, transports: ['hybrid', 'internal'] })
      expect(await ownFactors(own)).toEqual({
        appSince: null,
        passkeys: [{ id: passkey.id, name: 'Laptop', addedAt: NOON, usedAt: null }],
        codesLeft: 10,
      })
      expect(await auditOf(ctx, 'account.second-factor')).toMatchObject([{ after: { change: 'passkey-added' } }])
      await startSession(ctx, { token: 'half', userId: who.staffId })
      expect(await findSession(ctx, 'half')).toBeNull()
      // Of several, each counts; the codes stay.
      expect((await added(own, who.sessionId)).codes).toEqual([])
      expect(await withApp(own)).toEqual([])
      expect((await ownFactors(own)).codesLeft).toBe(10)
    }, NOON))

  test('asks the browser for one of the site’s own, verified, and none that is there already', () =>
    rolledBack(async (ctx) => {
      const { own, who, passkey } = await withPasskey(ctx)
      expect(await beginPasskey(own, who.sessionId)).toMatchObject({
        rp: { id: 'localhost' },
        user: { name: 'editor@example.org', id: Buffer.from(who.staffId).toString('base64url') },
        attestation: 'none',
        authenticatorSelection: { userVerification: 'required' },
        excludeCredentials: [{ id: passkey.id }],
      })
      const elsewhere = { ...own, env: { ...own.env, appUrl: 'http://127.0.0.1:3000' } }
      expect(await beginPasskey(elsewhere, who.sessionId)).toBeNull()
    }, NOON))

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of it', { origin: 'http://localhost:4000' }],
    ['another host', { rpId: 'evil.example' }],
    ['a signing', { type: 'webauthn.get' }],
    ['nobody’s finger or PIN', { flags: 0b001 }],
    ['nobody there', { flags: 0 }],
    ['another id', { id: 'AAAA' }],
  ])('refuses what is of %s, and takes nothing after it', (_, bent) =>
    rolledBack(async (ctx) => {
      const { own, who } = await member(ctx)
      const { sessionId } = who
      const asked = await beginPasskey(own, sessionId)
      const passkey = softPasskey()
      const add = (answer: string) => addPasskey(own, { sessionId, answer, name: 'Laptop' })
      // Its id is read from what was made, whatever the browser calls it.
      if (!('id' in bent)) expect(await add(passkey.made(asked, bent))).toEqual({ refused: 'untrusted' })
      else expect(await add(passkey.made(asked, bent))).toMatchObject({ codes: expect.any(Array) })
      expect(await add(passkey.made(asked))).toEqual({ refused: 'late' })
      expect((await ownFactors(own)).passkeys.map(({ id }) => id)).toEqual('id' in bent ? [passkey.id] : [])
    }, NOON),
  )

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['no object', 'null'],
    ['a list', '[]'],
    ['a part of one', '{"id":"a"}'],
    ['what is too long', `"${'a'.repeat(30_000)}"`],
  ])('takes %s as no answer', (_, answer) =>
    rolledBack(async (ctx) => {
      const { own, who } = await member(ctx)
      await beginPasskey(own, who.sessionId)
      expect(await addPasskey(own, { ...who, answer, name: 'Laptop' })).toEqual({ refused: 'no-answer' })
      expect(await takePasskey(ctx, who, answer)).toBe('no-answer')
    }, NOON),
  )

  test('refuses one that was asked for too long ago, for another session or for signing in', () =>
    rolledBack(async (ctx) => {
      const { own, who } = await withPasskey(ctx)
      const other = await member(ctx, 'editor', 'other@example.org')
      const add = (by: typeof other, asked: { challenge: string } | null) =>
        addPasskey(by.own, { ...by.who, answer: softPasskey().made(asked), name: 'Laptop' })
      expect(await add(other, await beginPasskey(own, who.sessionId))).toEqual({ refused: 'late' })
      await beginPasskey(other.own, other.who.sessionId)
      expect(await add(other, await beginPasskey(own, who.sessionId))).toEqual({ refused: 'untrusted' })
      await beginPasskey(own, who.sessionId)
      expect(await add({ own, who }, await askForPasskey(ctx, who))).toEqual({ refused: 'untrusted' })
      const asked = await beginPasskey(own, who.sessionId)
      ctx.setNow(later(10 * MINUTE))
      expect(await add({ own, who }, asked)).toEqual({ refused: 'late' })
    }, NOON))

  test('refuses one that is somebody’s already, and more than so many', () =>
    rolledBack(async (ctx) => {
      const { passkey, who } = await withPasskey(ctx)
      const other = await member(ctx, 'editor', 'other@example.org')
      const { sessionId } = other.who
      const answer = passkey.made(await beginPasskey(other.own, sessionId))
      expect(await addPasskey(other.own, { sessionId, answer, name: 'Theirs' })).toEqual({ refused: 'known' })
      expect(await ctx.db.$count(staffPasskeys, eq(staffPasskeys.staffId, who.staffId))).toBe(1)
      const [row] = await ctx.db.select().from(staffPasskeys)
      const rows = Array.from({ length: MOST_PASSKEYS }, (_, at) => ({ id: `${at}`, staffId: other.who.staffId }))
      if (row) await ctx.db.insert(staffPasskeys).values(rows.map((each) => ({ ...row, ...each })))
      const last = softPasskey().made(await beginPasskey(other.own, sessionId))
      expect(await addPasskey(other.own, { sessionId, answer: last, name: 'One more' })).toEqual({
        refused: 'too-many',
      })
    }, NOON))
})

describe('proving with a passkey', () => {
  test('ends a sign-in by a link, and the app and the codes do as well', () =>
    rolledBack(async (ctx) => {
      const { own, who, passkey, codes } = await withPasskey(ctx, 'admin')
      expect(await adminsWithoutFactor(ctx)).toEqual([])
      await startSession(ctx, { token: 'half', userId: who.staffId })
      const half = await halfSignedIn(ctx, 'half')
      expect(half).toMatchObject({ staffId: who.staffId })
      const ways = await waysToProve(ctx, half ?? who)
      expect(ways).toMatchObject({
        app: false,
        passkey: { rpId: 'localhost', userVerification: 'required', allowCredentials: [{ id: passkey.id }] },
      })
      ctx.setNow(later(SECOND))
      expect(await takePasskey(ctx, half ?? who, passkey.signed(ways.passkey))).toBeNull()
      if (half) await endSignIn(ctx, half)
      expect(await findSession(ctx, 'half')).toMatchObject({ by: 'link', hasFactor: true })
      expect((await ownFactors(own)).passkeys).toMatchObject([{ usedAt: later(SECOND) }])
      expect(await takeCode(ctx, who.staffId, codes?.[0] ?? '')).toBe(true)
    }, NOON))

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another host', { rpId: 'evil.example' }],
    ['the making of one', { type: 'webauthn.create' }],
    ['nobody’s finger or PIN', { flags: 0b001 }],
    ['another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
  ])('refuses what is of %s', (_, bent) =>
    rolledBack(async (ctx) => {
      const { who, passkey } = await withPasskey(ctx)
      const asked = await askForPasskey(ctx, who)
      expect(await takePasskey(ctx, who, passkey.signed(asked, bent))).toBe('untrusted')
      // Nor is the same asked for twice.
      expect(await takePasskey(ctx, who, passkey.signed(asked))).toBe('late')
    }, NOON),
  )

  test('takes each answer once, within ten minutes, and what two tabs ask for', () =>
    rolledBack(async (ctx) => {
      const { who, passkey } = await withPasskey(ctx)
      const [asked, again] = [await askForPasskey(ctx, who), await askForPasskey(ctx, who)]
      expect(again?.challenge).toBe(asked?.challenge)
      const answer = passkey.signed(asked)
      expect(await takePasskey(ctx, who, answer)).toBeNull()
      expect(await takePasskey(ctx, who, answer)).toBe('late')
      const late = await askForPasskey(ctx, who)
      ctx.setNow(later(6 * MINUTE))
      const fresh = await askForPasskey(ctx, who)
      expect(fresh?.challenge).not.toBe(late?.challenge)
      expect(await takePasskey(ctx, who, passkey.signed(late))).toBe('untrusted')
      const last = await askForPasskey(ctx, who)
      ctx.setNow(later(16 * MINUTE))
      expect(await takePasskey(ctx, who, passkey.signed(last))).toBe('late')
      expect(await ctx.db.$count(staffPasskeyChallenges)).toBe(0)
    }, NOON))

  test('refuses another member’s, one that was removed, and another key under its id', () =>
    rolledBack(async (ctx) => {
      const { own, who, passkey } = await withPasskey(ctx)
      const other = await withPasskey(ctx, 'editor', 'other@example.org')
      expect(await takePasskey(ctx, other.who, passkey.signed(await askForPasskey(ctx, other.who)))).toBe('unknown')
      const forged = other.passkey.signed(await askForPasskey(ctx, who), { id: passkey.id })
      expect(await takePasskey(ctx, who, forged)).toBe('untrusted')
      const asked = await askForPasskey(ctx, who)
      await removePasskey(own, passkey.id)
      expect(await takePasskey(ctx, who, passkey.signed(asked))).toBe('unknown')
      expect(await askForPasskey(ctx, who)).toBeNull()
    }, NOON))

  test('refuses one that counts backwards, and tells its owner', () =>
    rolledBack(async (ctx) => {
      const { who, passkey } = await withPasskey(ctx)
      const take = async (counter: number) =>
        takePasskey(ctx, who, passkey.signed(await askForPasskey(ctx, who), { counter }))
      // Those that live on several devices count nothing.
      expect([await take(0), await take(0), await take(5), await take(6)]).toEqual([null, null, null, null])
      expect([await take(6), await take(4), await take(0)]).toEqual(['copied', 'copied', 'copied'])
      expect(await take(7)).toBeNull()
      const changes = await auditOf(ctx, 'account.second-factor')
      expect(changes.filter(({ after }) => JSON.stringify(after).includes('passkey-refused'))).toHaveLength(3)
    }, NOON))
})

describe('removing a passkey', () => {
  test('is its owner’s; the codes go with the last factor alone, which an administrator may have to keep', () =>
    rolledBack(async (ctx) => {
      const { own, who, passkey } = await withPasskey(ctx, 'admin')
      const other = await member(ctx, 'admin', 'other@example.org')
      await removePasskey(other.own, passkey.id)
      expect((await ownFactors(own)).passkeys).toHaveLength(1)
      await requireFactor(own, true)
      await expect(removePasskey(own, passkey.id)).rejects.toMatchObject({ name: 'ExpectedFailure' })
      await withApp(own)
      await removePasskey(own, passkey.id)
      await removePasskey(own, passkey.id)
      expect(await ownFactors(own)).toMatchObject({ passkeys: [], codesLeft: 10 })
      await expect(removeApp(own)).rejects.toMatchObject({ name: 'ExpectedFailure' })
      const second = await added(own, who.sessionId)
      await removeApp(own)
      expect(await ownFactors(own)).toMatchObject({ appSince: null, codesLeft: 10 })
      await requireFactor(own, false)
      await removePasskey(own, second.passkey.id)
      expect(await ownFactors(own)).toEqual({ appSince: null, passkeys: [], codesLeft: 0 })
      const changes = (await auditOf(ctx, 'account.second-factor')).map(({ after }) => JSON.stringify(after))
      expect(changes.filter((change) => change.includes('passkey-removed'))).toHaveLength(2)
    }, NOON))

  test('is an administrator’s for who has lost them: all of them, and signed out', () =>
    rolledBack(async (ctx) => {
      const { own, who } = await withPasskey(ctx)
      await added(own, who.sessionId)
      expect(await resetFactors(await memberContext(ctx, 'admin'), who.staffId)).toBe(true)
      expect(await ownFactors(own)).toEqual({ appSince: null, passkeys: [], codesLeft: 0 })
      expect(await ctx.db.$count(staffPasskeyChallenges)).toBe(0)
    }, NOON))
})
