import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { inNoCall } from '@/lib/letters/waiting/in-a-call'

/** That a letter is due, as a condition. Whether it has waited too long, or its campaign is paused, is asked beside it. */
export function isDue(ctx: Context): SQL {
  return sql`letters.state in ('queued', 'sending') and letters.not_genuine_at is null
      and coalesce(letters.due_at, '-infinity') <= ${ctx.now().toISOString()}::timestamptz
      and ${inNoCall()}`
}

/** What there is to do. `open`: the call that has waited longest to be made, or made again; `null` when there is none. */
export type Due = { open: string | null; letters: boolean }

/** Looks, in one statement and without a lock, whether there is anything to send. */
export async function whatIsDue(ctx: Context): Promise<Due> {
  const [due] = await readRows(
    ctx.db,
    z.object({ open: z.string().nullable(), letters: z.boolean() }),
    sql`
    select (
      select batch.id from delivery_batches batch
      where batch.ended_at is null and batch.lease_until <= ${ctx.now().toISOString()}::timestamptz
        and exists (select from delivery_attempts attempt where attempt.batch_id = batch.id)
      order by batch.lease_until limit 1
    ) as open, exists (select from letters where ${isDue(ctx)}) as letters`,
  )
  return due ?? { open: null, letters: false }
}
