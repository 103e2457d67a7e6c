import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { links, tokenPurposes } from '@/db/schema/index'
import { tablesHolding } from '@/db/testing'
import { DAY } from '@/lib/kernel/time/durations'
import { rolledBack, type TestContext } from '@/lib/mailer/testing/context'
import { makeLink, readLink } from './tokens'

const START = new Date('2026-11-10T12:00:00Z')
const EMAIL_HASH = 'a-hash-of-an-email'

/** With a link to somebody's data that works for a day. */
const withLink = (work: (ctx: TestContext, token: string) => Promise<void>) =>
  rolledBack(async (ctx) => work(ctx, await makeLink(ctx, 'my-data', { emailHash: EMAIL_HASH }, 1)), START)

afterEach(() => vi.unstubAllEnvs())

test('a link leads to what it was made for', () =>
  withLink(async (ctx, token) => {
    expect(token).toMatch(/^[\w-]{46}$/)
    expect(await readLink(ctx, 'my-data', token)).toEqual({ letterId: null, emailHash: EMAIL_HASH, expired: false })
  }))

test('no two links are alike', () =>
  withLink(async (ctx, token) => {
    expect(await makeLink(ctx, 'my-data', { emailHash: EMAIL_HASH }, 1)).not.toBe(token)
  }))

test('refuses a link for another purpose', () =>
  withLink(async (ctx, token) => {
    for (const purpose of ['confirm', 'letter', 'verify', 'sent', 'replied', 'print'] as const) {
      expect(await readLink(ctx, purpose, token)).toBeNull()
    }
  }))

test('refuses a link whose secret or signature was changed, cut, or made up', () =>
  withLink(async (ctx, token) => {
    const changed = Array.from(
      token,
      (letter, at) => token.slice(0, at) + (letter === 'A' ? 'B' : 'A') + token.slice(at + 1),
    )
    const made = [
      '',
      'A',
      'é',
      'A'.repeat(46),
      token.slice(0, 24),
      token.slice(24),
      `${token}A`,
      ` ${token}`,
      token.toUpperCase(),
    ]
    for (const forged of [...changed, ...made]) expect(await readLink(ctx, 'my-data', forged)).toBeNull()
  }))

test('refuses a well-signed link that is not kept any more', () =>
  withLink(async (ctx, token) => {
    await ctx.db.delete(links).where(eq(links.emailHash, EMAIL_HASH))
    expect(await readLink(ctx, 'my-data', token)).toBeNull()
  }))

test('refuses a row that was moved to another purpose in the database', () =>
  withLink(async (ctx, token) => {
    await ctx.db.update(links).set({ purpose: 'confirm' }).where(eq(links.emailHash, EMAIL_HASH))
    expect(await readLink(ctx, 'my-data', token)).toBeNull()
    expect(await readLink(ctx, 'confirm', token)).toBeNull()
  }))

test('has expired from the moment that its days are over, and not before', () =>
  withLink(async (ctx, token) => {
    ctx.setNow(new Date(START.getTime() + DAY - 1))
    expect(await readLink(ctx, 'my-data', token)).toMatchObject({ expired: false })
    ctx.setNow(new Date(START.getTime() + DAY))
    expect(await readLink(ctx, 'my-data', token)).toMatchObject({ expired: true, emailHash: EMAIL_HASH })
  }))

test('without a number of days it works for good', () =>
  rolledBack(async (ctx) => {
    const token = await makeLink(ctx, 'my-data', { emailHash: EMAIL_HASH })
    ctx.setNow(new Date('2126-11-10T12:00:00Z'))
    expect(await readLink(ctx, 'my-data', token)).toMatchObject({ expired: false })
  }, START))

test('only a hash of the link is kept', () =>
  withLink(async (ctx, token) => {
    const hash = createHash('sha256').update(token).digest('base64url')
    expect(await tablesHolding(ctx, hash)).toEqual(['public.links'])
    for (const part of [token, token.slice(0, 24), token.slice(24)]) expect(await tablesHolding(ctx, part)).toEqual([])
  }))

test.each(tokenPurposes)('a link to %s outlives a change of the secret while the old one is listed', (purpose) =>
  rolledBack(async (ctx) => {
    const [older, newer] = ['o'.repeat(32), 'n'.repeat(32)]
    const mailed = await (await under(older)).makeLink(ctx, purpose, { emailHash: EMAIL_HASH })
    const both = await under(`${newer},${older}`)
    expect(await both.readLink(ctx, purpose, mailed)).toMatchObject({ emailHash: EMAIL_HASH, expired: false })
    const next = await both.makeLink(ctx, purpose, { emailHash: EMAIL_HASH })
    const alone = await under(newer)
    expect(await alone.readLink(ctx, purpose, mailed)).toBeNull()
    expect(await alone.readLink(ctx, purpose, next)).toMatchObject({ emailHash: EMAIL_HASH })
  }, START),
)

/** The module as a process with this AUTH_SECRET has it. */
async function under(secrets: string) {
  vi.stubEnv('AUTH_SECRET', secrets)
  vi.resetModules()
  return import('./tokens')
}
