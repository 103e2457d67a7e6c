import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { staffRecoveryCodes } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { ownId } from '@/lib/staff/own-id'
import { noteFactor } from './note-factor'

const MANY = 10
// Without i, l, o and u: none is taken for another (Crockford's base 32).
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 16

/** New recovery codes of whoever asks, in place of those before. They are shown this once. */
export function newRecoveryCodes(ctx: Context): Promise<string[]> {
  assertAllowed(ctx, 'account.remove-factor')
  return inTransaction(ctx, async (inner) => {
    await noteFactor(inner, ownId(inner), 'codes-renewed')
    return keepNewCodes(inner, ownId(inner))
  })
}

/** New codes of a member who has none left, as with a first factor; none where some are left. In the caller's transaction. */
export async function codesWhereNone(ctx: Context, staffId: string): Promise<string[]> {
  const { staffId: owner, usedAt } = staffRecoveryCodes
  const left = await ctx.db.$count(staffRecoveryCodes, and(eq(owner, staffId), isNull(usedAt)))
  return left > 0 ? [] : keepNewCodes(ctx, staffId)
}

/** Puts new codes in place of a member's, in the caller's transaction. */
async function keepNewCodes({ db }: Context, staffId: string): Promise<string[]> {
  const codes = Array.from({ length: MANY }, madeCode)
  await db.delete(staffRecoveryCodes).where(eq(staffRecoveryCodes.staffId, staffId))
  await db.insert(staffRecoveryCodes).values(codes.map((code) => ({ staffId, hash: hashOf(code) })))
  return codes
}

/** Takes a member's recovery code, once, however it is parted. Gives whether it was one. */
export function takeRecoveryCode(ctx: Context, staffId: string, code: string): Promise<boolean> {
  const typed = code.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1')
  if (typed.length !== LENGTH) return Promise.resolve(false)
  return inTransaction(ctx, async (inner) => {
    const { staffId: owner, hash, usedAt } = staffRecoveryCodes
    const [taken] = await inner.db
      .update(staffRecoveryCodes)
      .set({ usedAt: inner.now() })
      .where(and(eq(owner, staffId), eq(hash, hashOf(typed)), isNull(usedAt)))
      .returning({ hash })
    if (taken) await noteFactor(inner, staffId, 'code-used')
    return taken !== undefined
  })
}

/** 80 bits, in four groups. */
function madeCode(): string {
  const letters = Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('')
  return letters.replace(/.{4}(?=.)/g, '$&-')
}

/** As long as they are, no salt and no slow hash is needed. */
function hashOf(code: string): string {
  return createHash('sha256').update(code.replaceAll('-', '')).digest('base64url')
}
