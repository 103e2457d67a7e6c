import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { type Context, inTransaction } from './context'

/** Rows that a sweep touches in one transaction. */
export const BATCH_ROWS = 1000

const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000'

/**
 * Does `work`, which gives how many rows it dealt with, again and again, each time in a transaction of its own, until
 * it finds none: what is done stays done, whatever becomes of the rest. Gives how many there were. `tell` hears of
 * each batch once it is kept.
 */
export async function inBatches(
  ctx: Context,
  work: (ctx: Context) => Promise<number>,
  tell: (rows: number) => Promise<void> = async () => {},
): Promise<number> {
  for (let all = 0; ; ) {
    const rows = await inTransaction(ctx, work)
    if (rows === 0) return all
    all += rows
    await tell(rows)
  }
}

/**
 * As {@link inBatches}, for work that goes along the ids of what it deals with: it takes rows whose id is greater than
 * `after`, in their order, and gives their ids. So no batch looks past all that were done before it.
 */
export async function alongIds(
  ctx: Context,
  work: (ctx: Context, after: string) => Promise<string[]>,
  tell?: (rows: number) => Promise<void>,
): Promise<number> {
  let after = BEFORE_ALL_IDS
  return inBatches(
    ctx,
    async (inner) => {
      const ids = await work(inner, after)
      after = ids.at(-1) ?? after
      return ids.length
    },
    tell,
  )
}

/** As {@link inBatches}, for work that takes `most` at a time: the first batch of fewer was the last. */
export async function untilFewer(
  ctx: Context,
  most: number,
  work: (ctx: Context, most: number) => Promise<number>,
): Promise<number> {
  for (let all = 0; ; ) {
    const rows = await inTransaction(ctx, (inner) => work(inner, most))
    all += rows
    if (rows < most) return all
  }
}

/**
 * At most {@link BATCH_ROWS} of the rows of `table` where `condition` holds, locked, as a condition of a delete or an
 * update. After an update the row must no longer fulfil the condition, or the batches never end.
 */
export function someOf(table: PgTable, condition: SQL | undefined): SQL {
  return sql`${table}.ctid = any(array(select ${table}.ctid from ${table} where ${condition} limit ${BATCH_ROWS}::int for update))`
}
