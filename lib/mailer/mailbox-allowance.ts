import { desc, eq, lte, sql } from 'drizzle-orm'
import { mailboxTurns } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { inBatches, someOf } from '@/lib/kernel/in-batches'
import { SECOND } from '@/lib/kernel/time/durations'
import { currentLimits, type Limit } from '@/lib/limits/current-limits'
import { isRefused, mailboxHash } from './refused-mailboxes'

/** `full`: the mailbox has had what it may get, until `again`. `refused`: its owner wants none. */
export type ToStranger = { outcome: 'sent' | 'not-sent' | 'refused' } | { outcome: 'full'; again: Date }

/**
 * Sends mail that anybody can set off by typing an address: by `send`, which gives whether it went. One mailbox gets
 * so many an hour and a day, whoever asks and under whatever variants of the address; and none where its owner has
 * said so. What did not go takes no turn.
 */
export async function mailToStranger(ctx: Context, to: string, send: () => Promise<boolean>): Promise<ToStranger> {
  if (await isRefused(ctx, to)) return { outcome: 'refused' }
  const turn = await takeTurn(ctx, await mailboxHash(ctx, to))
  if (turn instanceof Date) return { outcome: 'full', again: turn }
  let went = false
  try {
    went = await send()
  } finally {
    if (!went && turn !== null) await ctx.db.delete(mailboxTurns).where(eq(mailboxTurns.id, turn))
  }
  return { outcome: went ? 'sent' : 'not-sent' }
}

/** Forgets what counts no more, in batches; `tell` hears of each. Gives how many rows. */
export async function forgetMailboxTurns(ctx: Context, tell?: (rows: number) => Promise<void>): Promise<number> {
  const longest = Math.max(...(await limitsOfMailbox(ctx)).map(({ seconds }) => seconds))
  const old = lte(mailboxTurns.at, new Date(ctx.now().getTime() - longest * SECOND))
  return inBatches(ctx, async ({ db }) => (await db.delete(mailboxTurns).where(someOf(mailboxTurns, old))).count, tell)
}

/** The row of the turn that was taken, `null` where there are no limits, or when there is room again. */
async function takeTurn(ctx: Context, hash: string): Promise<number | null | Date> {
  if (ctx.env.limitsOff) return null
  // Before: within a transaction it could wait for a connection while all are in one.
  const limits = await limitsOfMailbox(ctx)
  return inTransaction(ctx, async (inner) => {
    const { db, now } = inner
    await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`mailbox ${hash}`}, 0))`)
    const last = await db
      .select({ at: mailboxTurns.at })
      .from(mailboxTurns)
      .where(eq(mailboxTurns.mailboxHash, hash))
      .orderBy(desc(mailboxTurns.at))
      .limit(Math.max(...limits.map(({ points }) => points)))
    const again = limits.map((limit) => freeAgainAt(limit, last)).reduce((one, other) => (one > other ? one : other))
    if (again > now()) return again
    const [turn] = await db.insert(mailboxTurns).values({ mailboxHash: hash, at: now() }).returning()
    return turn?.id ?? null
  })
}

async function limitsOfMailbox(ctx: Context): Promise<Limit[]> {
  const { mailbox, 'mailbox-day': day } = await currentLimits(ctx)
  return [mailbox, day]
}

/** When the oldest of as many turns as there may be, newest first, counts no more. */
function freeAgainAt({ points, seconds }: Limit, last: { at: Date }[]): Date {
  const oldest = last[points - 1]
  return oldest ? new Date(oldest.at.getTime() + seconds * SECOND) : new Date(0)
}
