import { and, count, eq, gt, isNull, min, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { deliveryAttempts } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { HOUR } from '@/lib/kernel/time/durations'

/** How many letters may go to one MP now, and when there is room again. */
export type PaceLeft = { letters: number; again: Date }

/**
 * Takes, for the caller's transaction, the right to send to one MP, and counts how many letters may still go this
 * hour; what other workers are just sending is counted too. Gives `null` where another has that right and `wait`
 * is not set.
 */
export async function paceLeftFor(ctx: Context, mpId: string, { wait }: { wait: boolean }): Promise<PaceLeft | null> {
  const { sendPerMpHour } = ctx.env
  if (!sendPerMpHour) return { letters: Number.POSITIVE_INFINITY, again: ctx.now() }
  if (!(await lock(ctx, mpId, wait))) return null
  const hourAgo = new Date(ctx.now().getTime() - HOUR)
  const [hour] = await ctx.db
    .select({ sent: count(), first: min(deliveryAttempts.startedAt) })
    .from(deliveryAttempts)
    .where(
      and(
        eq(deliveryAttempts.mpId, mpId),
        gt(deliveryAttempts.startedAt, hourAgo),
        or(isNull(deliveryAttempts.outcome), sql`${deliveryAttempts.outcome} in ('accepted', 'unsettled')`),
      ),
    )
  const again = new Date((hour?.first ?? ctx.now()).getTime() + HOUR)
  return { letters: sendPerMpHour - (hour?.sent ?? 0), again }
}

async function lock({ db }: Context, mpId: string, wait: boolean): Promise<boolean> {
  const key = sql`hashtext(${`pace ${mpId}`})`
  if (wait) {
    await db.execute(sql`select pg_advisory_xact_lock(${key})`)
    return true
  }
  const [row] = await readRows(db, z.object({ got: z.boolean() }), sql`select pg_try_advisory_xact_lock(${key}) as got`)
  return row?.got === true
}
