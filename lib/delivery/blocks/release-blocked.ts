import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { untilFewer } from '@/lib/kernel/in-batches'
import { readRows } from '@/lib/kernel/read-rows'
import { LETTERS_AT_ONCE } from '@/lib/letters/move'
import { tellDue } from '@/lib/letters/wake-sender'
import { blockedWhere } from './domains-that-block-us'

/**
 * Puts on their way the letters that were held because a domain would have nothing from our sender, wherever that is
 * to be tried again, in transactions of 500 at most. What the mail service had taken goes as a new sending. Gives how
 * many.
 */
export async function releaseBlocked(ctx: Context, batch = LETTERS_AT_ONCE): Promise<number> {
  return await untilFewer(ctx, batch, releaseSome)
}

async function releaseSome(ctx: Context, most: number): Promise<number> {
  const rows = await readRows(
    ctx.db,
    z.object({ id: z.string() }),
    sql`
    with free as (
      select letters.id
      from letters left join mps on mps.constituency_code = letters.constituency_code and mps.until is null
      where letters.state = 'held' and letters.held_reason = 'blocked' and letters.text_sealed is not null
        and not ${blockedWhere(ctx)}
      order by letters.confirmed_at, letters.id
      limit ${most}
      for update of letters skip locked
    ), moved as (
      update letters set state = 'queued', held_reason = null, due_at = null, ended_at = null, tries = 0,
        tried_since = null, round = letters.round + ${wasTaken}
      from free where letters.id = free.id
      returning letters.id, letters.confirmed_at
    ), noted as (
      insert into letter_events (letter_id, state, reason, at)
      select id, 'queued', 'unblocked', ${ctx.now().toISOString()}::timestamptz from moved order by confirmed_at, id
    )
    select id from moved order by confirmed_at, id`,
  )
  if (rows.length > 0) await tellDue(ctx)
  return rows.length
}

/** 1 where the service had taken a letter in its present sending, else 0: it goes again under a new key. */
export const wasTaken = sql`(select count(*)::int from delivery_attempts taken
  where taken.letter_id = letters.id and taken.round = letters.round and taken.outcome = 'accepted')`
