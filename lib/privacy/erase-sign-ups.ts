import { and, eq, exists, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { campaigns, letters, supporters } from '@/db/schema'
import { among } from '../kernel/among'
import type { Context } from '../kernel/context'
import { BATCH_ROWS } from '../kernel/in-batches'
import type { Promised } from '../kernel/periods'
import { endWaitingOf } from '../letters/end-waiting'
import { before } from './before'
import { eraseSupporters } from './erase'
import { keeping } from './keeping'

/** Erases a batch of sign-ups that nobody confirmed in time, whole. Gives how many. */
export async function eraseUnconfirmed(ctx: Context): Promise<number> {
  const old = lte(supporters.createdAt, before(ctx, keeping.unconfirmedDays, 'days'))
  const ids = await someSupporters(ctx, and(isNull(supporters.confirmedAt), old))
  await ctx.db.delete(letters).where(among(letters.supporterId, ids))
  await ctx.db.delete(supporters).where(among(supporters.id, ids))
  return ids.length
}

/** Erases a batch of supporters without updates whose time is over by any promise that they were given. Gives how many. */
export async function eraseOld(ctx: Context, promises: readonly Promised[]): Promise<number> {
  const closedBy = (months: number) =>
    exists(
      ctx.db
        .select({ id: campaigns.id })
        .from(campaigns)
        .where(and(eq(campaigns.id, supporters.campaignId), lte(campaigns.closedAt, before(ctx, months, 'months')))),
    )
  const due = promises.map(({ until, monthsAfterClose, monthsAfterSigning }) =>
    and(
      or(closedBy(monthsAfterClose), lte(supporters.confirmedAt, before(ctx, monthsAfterSigning, 'months'))),
      until ? lt(supporters.createdAt, until) : undefined,
    ),
  )
  const ids = await someSupporters(
    ctx,
    and(
      isNull(supporters.erasedAt),
      isNotNull(supporters.confirmedAt),
      or(isNull(supporters.updatesAskedAt), isNotNull(supporters.unsubscribedAt)),
      or(...due),
    ),
  )
  await endWaitingOf(ctx, ids)
  await eraseSupporters(ctx, ids, 'kept long enough')
  return ids.length
}

/** Locked in the order of their ids: two purges at once wait for one another, and neither for ever. */
async function someSupporters({ db }: Context, condition: SQL | undefined): Promise<string[]> {
  const rows = await db
    .select({ id: supporters.id })
    .from(supporters)
    .where(condition)
    .orderBy(sql`${supporters.id}`)
    .limit(BATCH_ROWS)
    .for('update')
  return rows.map(({ id }) => id)
}
