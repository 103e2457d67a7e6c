import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { mps, senderBlocks } from '@/db/schema/index'
import { alertStaffJob } from '@/lib/delivery/alerts/raise-alerts'
import { holdBlockedJob, releaseBlockedJob } from '@/lib/delivery/jobs'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import type { Env } from '@/lib/kernel/read-env'

type Reported = { mpId: string; startedAt: Date; said: string }

/**
 * Notes, in the caller's transaction, that the servers behind an MP's address will have nothing from our sender: all
 * letters to that domain wait from now on, and administrators are told. What is heard of a sending from before an
 * administrator said to try again says nothing about now.
 */
export async function noteSenderBlock(ctx: Context, { mpId, startedAt, said }: Reported): Promise<void> {
  const [mp] = await ctx.db.select({ email: mps.email }).from(mps).where(eq(mps.id, mpId))
  const domain = domainOf(ctx.env, mp?.email ?? '')
  if (!domain) return
  const row = { blockedAt: ctx.now(), said, clearedAt: null }
  const [blocked] = await ctx.db
    .insert(senderBlocks)
    .values({ domain, ...row })
    .onConflictDoUpdate({
      target: senderBlocks.domain,
      set: row,
      setWhere: sql`${senderBlocks.clearedAt} <= ${startedAt.toISOString()}::timestamptz`,
    })
    .returning({ domain: senderBlocks.domain })
  if (blocked) {
    await enqueue(ctx, holdBlockedJob, {}, { key: 'hold blocked' })
    await enqueue(ctx, alertStaffJob, {}, { key: 'alert staff' })
  } else if (!(await isBlocked(ctx, mp?.email ?? ''))) {
    await enqueue(ctx, releaseBlockedJob, {}, { key: 'release blocked' })
  }
}

/** Whether mail to this address waits, since the servers of its domain will have nothing from our sender. */
export async function isBlocked({ db, env }: Context, email: string): Promise<boolean> {
  const [row] = await db
    .select({ domain: senderBlocks.domain })
    .from(senderBlocks)
    .where(and(eq(senderBlocks.domain, domainOf(env, email)), isNull(senderBlocks.clearedAt)))
  return row !== undefined
}

/** Whether mail to an MP waits for that reason, as a condition on a row of `mps`. */
export function blockedWhere({ env }: Pick<Context, 'env'>): SQL {
  const { mailReflect } = env
  const domain = mailReflect ? sql`${domainOf(env, mailReflect)}` : sql`lower(split_part(mps.email, '@', 2))`
  return sql`exists (select from sender_blocks where cleared_at is null and domain = ${domain})`
}

/** Where mail to this address really goes; empty where that is no address. */
function domainOf({ mailReflect }: Env, email: string): string {
  return (mailReflect ?? email).split('@')[1]?.toLowerCase() ?? ''
}
