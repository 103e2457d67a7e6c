import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { enqueueAll } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { untilFewer } from '@/lib/kernel/in-batches'
import { readRows } from '@/lib/kernel/read-rows'
import { DAY } from '@/lib/kernel/time/durations'
import { tellHeldJob } from '@/lib/letters/jobs'
import { LETTERS_AT_ONCE } from '@/lib/letters/move'
import { inNoCall } from '@/lib/letters/waiting/in-a-call'
import { blockedWhere } from './domains-that-block-us'

/** Most blocks are lifted within hours: a writer is told of one that stays. */
const TELL_AFTER_MS = DAY

/**
 * Holds the letters that wait to go to a domain whose servers will have nothing from our sender, in transactions of
 * 500 at most; what the mail service is just being asked about is left alone. Gives how many.
 */
export async function holdBlocked(ctx: Context, batch = LETTERS_AT_ONCE): Promise<number> {
  return await untilFewer(ctx, batch, holdSome)
}

async function holdSome(ctx: Context, most: number): Promise<number> {
  const rows = await readRows(
    ctx.db,
    z.object({ id: z.string() }),
    sql`
    with waiting as (
      select letters.id
      from letters join mps on mps.constituency_code = letters.constituency_code and mps.until is null
      where letters.state in ('queued', 'sending') and ${blockedWhere(ctx)} and ${inNoCall()}
      order by letters.confirmed_at, letters.id
      limit ${most}
      for update of letters skip locked
    ), moved as (
      update letters set state = 'held', held_reason = 'blocked', due_at = null
      from waiting where letters.id = waiting.id
      returning letters.id
    ), noted as (
      insert into letter_events (letter_id, state, reason, at)
      select id, 'held', 'blocked', ${ctx.now().toISOString()}::timestamptz from moved
    )
    select id from moved`,
  )
  await tellBlocked(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.length
}

/** Has the writers of letters that were held for such a block told a day later, if they still are. */
export function tellBlocked(ctx: Context, letterIds: readonly string[]): Promise<void> {
  const jobs = letterIds.map((letterId) => ({ payload: { letterId }, key: `held ${letterId} blocked` }))
  return enqueueAll(ctx, tellHeldJob, jobs, { runAt: new Date(ctx.now().getTime() + TELL_AFTER_MS) })
}
