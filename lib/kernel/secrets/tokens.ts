import { createHash, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { TokenPurpose } from '@/db/schema/index'
import { links } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { DAY } from '@/lib/kernel/time/durations'
import { derivedKey, keyedHash } from './crypto'
import { isSigned, signatureOf } from './signature'

const SIGNED = { purpose: 'links', length: 22 }

/** A letter, a person by the keyed hash of their e-mail, or a letter as long as it is that mailbox's. */
type Owner = { letterId: string; emailHash?: string } | { emailHash: string }

/** A link that was given out, as it is kept. */
export type Link = { letterId: string | null; emailHash: string | null; expired: boolean }

/**
 * Makes the secret part of a link: 144 random bits, signed so that a forged one is refused before
 * the database is asked. Only its hash is kept. `days` is how long it works; without it, as long as
 * what it belongs to.
 */
export async function makeLink(ctx: Context, purpose: TokenPurpose, owner: Owner, days?: number): Promise<string> {
  const [token = ''] = await makeLinks(ctx, [{ purpose, owner, days }])
  return token
}

/** Several of them in one statement; gives the secret parts in their order. */
export async function makeLinks(
  ctx: Context,
  wanted: readonly { purpose: TokenPurpose; owner: Owner; days?: number | undefined }[],
): Promise<string[]> {
  const now = ctx.now()
  const made = wanted.map(({ purpose, owner, days }) => {
    const secret = randomBytes(18).toString('base64url')
    const token = secret + signatureOf(SIGNED, `${purpose}:${secret}`)
    const row = {
      hash: hashOf(token),
      purpose,
      letterId: 'letterId' in owner ? owner.letterId : null,
      emailHash: owner.emailHash ?? null,
      createdAt: now,
      expiresAt: days === undefined ? null : new Date(now.getTime() + days * DAY),
    }
    return { token, row }
  })
  await ctx.db.insert(links).values(made.map(({ row }) => row))
  return made.map(({ token }) => token)
}

/**
 * The one link of its purpose for a letter, the same each time it is asked for, so that asking again keeps no further
 * row. Who has no key of the installation cannot guess it.
 */
export async function lastingLink(ctx: Context, purpose: TokenPurpose, letterId: string): Promise<string> {
  const secret = keyedHash(derivedKey('lasting links'), `${purpose}:${letterId}`).slice(0, 24)
  const token = secret + signatureOf(SIGNED, `${purpose}:${secret}`)
  await ctx.db
    .insert(links)
    .values({ hash: hashOf(token), purpose, letterId, emailHash: null, createdAt: ctx.now(), expiresAt: null })
    .onConflictDoNothing({ target: links.hash })
  return token
}

/** Finds what a link belongs to; `null` when it is forged, of another purpose, or erased. */
export async function readLink(ctx: Context, purpose: TokenPurpose, token: string): Promise<Link | null> {
  const hash = keptUnder(purpose, token)
  if (hash === null) return null
  const [row] = await ctx.db.select().from(links).where(eq(links.hash, hash))
  return row ? linkIn(ctx, purpose, row) : null
}

/** The hash that a link of this purpose is kept under, if it is kept at all; `null` when it is forged. */
export function keptUnder(purpose: TokenPurpose, token: string): string | null {
  const secret = token.slice(0, -SIGNED.length)
  return isSigned(SIGNED, `${purpose}:${secret}`, token.slice(-SIGNED.length)) ? hashOf(token) : null
}

/** The link in its row; `null` where it is of another purpose. */
export function linkIn(ctx: Context, purpose: TokenPurpose, row: typeof links.$inferSelect): Link | null {
  if (row.purpose !== purpose) return null
  return {
    letterId: row.letterId,
    emailHash: row.emailHash,
    expired: row.expiresAt !== null && row.expiresAt <= ctx.now(),
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
