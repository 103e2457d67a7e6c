import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { isDue } from './due-letters'

const LOOKED_AT = 1000

/**
 * Since when the letter is due that has been so for longest: what waits for its hour, its MP's pace, its campaign or its
 * next try is not. `null` when none is due.
 */
export async function oldestDue(ctx: Context): Promise<Date | null> {
  const [row] = await readRows(
    ctx.db,
    z.object({ since: z.string().nullable() }),
    sql`
    select min(due_since) as since from (
      select coalesce(
        letters.due_at,
        (select max(at) from letter_events where letter_id = letters.id and letter_events.state = 'queued'),
        letters.confirmed_at
      ) as due_since
      from letters join campaigns on campaigns.id = letters.campaign_id
      where ${isDue(ctx)} and campaigns.sending_paused_at is null
      order by letters.confirmed_at limit ${LOOKED_AT}
    ) due`,
  )
  return row?.since ? new Date(row.since) : null
}
