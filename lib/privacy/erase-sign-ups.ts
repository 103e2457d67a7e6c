import { and, eq, exists, gt, isNotNull, isNull, lt, lte, not, or, type SQL, sql } from 'drizzle-orm'
import { campaigns, letters, supporters } from '@/db/schema/index'
import { anyOfIds } from '@/lib/kernel/any-of-ids'
import type { Context } from '@/lib/kernel/context'
import { alongIds, BATCH_ROWS } from '@/lib/kernel/in-batches'
import { endWaitingOf } from '@/lib/letters/waiting/give-up-waiting'
import { isOwedWord, sayOwedWords } from '@/lib/messages/to-writer/tell-before-erasing'
import type { Promised } from '@/lib/settings/keeping-periods'
import { eraseSupporters } from './erase'
import { before, keeping } from './how-long-kept'

/** Erases a batch of sign-ups that nobody confirmed in time, whole. Gives how many. */
export async function eraseUnconfirmed(ctx: Context): Promise<number> {
  const old = lte(supporters.createdAt, before(ctx, keeping.unconfirmedDays, 'days'))
  const ids = await someSupporters(ctx, and(isNull(supporters.confirmedAt), old))
  await ctx.db.delete(letters).where(anyOfIds(letters.supporterId, ids))
  await ctx.db.delete(supporters).where(anyOfIds(supporters.id, ids))
  return ids.length
}

/**
 * Erases supporters without updates whose time is over by any promise that they were given, once they have been told
 * what they were promised to be of their letter. Gives how many.
 */
export async function eraseOld(
  ctx: Context,
  tell: (rows: number) => Promise<void>,
  promises: readonly Promised[],
): Promise<number> {
  const due = personIsDue(ctx, promises)
  await sayOwedWords(ctx, sql`letters.supporter_id in (select ${supporters.id} from ${supporters} where ${due})`)
  const isOwed = sql`exists (select from letters where letters.supporter_id = ${supporters.id} and ${isOwedWord})`
  return alongIds(
    ctx,
    async (inner, after) => {
      const ids = await someSupporters(inner, and(gt(supporters.id, after), due, not(isOwed)))
      await endWaitingOf(inner, ids)
      await eraseSupporters(inner, ids, 'kept long enough')
      return ids
    },
    tell,
  )
}

function personIsDue(ctx: Context, promises: readonly Promised[]): SQL | undefined {
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
  return and(
    isNull(supporters.erasedAt),
    isNotNull(supporters.confirmedAt),
    or(isNull(supporters.updatesAskedAt), isNotNull(supporters.unsubscribedAt)),
    or(...due),
  )
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
