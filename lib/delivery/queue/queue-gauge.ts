import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { oldestWaiting } from '@/lib/delivery/alerts/alert-rules'
import { type Stopped, stopped } from '@/lib/delivery/ledger/why-sending-stopped'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { HOUR } from '@/lib/kernel/time/durations'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/** How the queue stands: letters that wait, and since when; taken in the last hour; expected to go in the next. */
export type Queue = {
  waiting: number
  oldest: Date | null
  lastHour: number
  nextHour: number
  stopped: Stopped | null
}

/** The queue's gauge. The forecast goes by each MP's pace; while letters are stopped it is what goes when they are not. */
export async function queueGauge(ctx: Context): Promise<Queue> {
  assertAllowed(ctx, 'letters.see')
  const hourAgo = new Date(ctx.now().getTime() - HOUR).toISOString()
  const pace = ctx.env.sendPerMpHour ?? 1_000_000
  const [row] = await readRows(
    ctx.db,
    z.object({ waiting: z.number(), next: z.number(), taken: z.number() }),
    sql`
    select
      coalesce(sum(seat.waiting), 0)::int as waiting,
      coalesce(sum(least(seat.waiting, ${pace}::int)), 0)::int as next,
      (select count(*)::int from delivery_attempts
        where outcome = 'accepted' and ended_at > ${hourAgo}::timestamptz) as taken
    from (
      select count(*) as waiting from letters join campaigns on campaigns.id = letters.campaign_id
      where letters.state in ('queued', 'sending') and letters.not_genuine_at is null and campaigns.sending_paused_at is null
      group by constituency_code
    ) seat`,
  )
  return {
    waiting: row?.waiting ?? 0,
    oldest: await oldestWaiting(ctx),
    lastHour: row?.taken ?? 0,
    nextHour: row?.next ?? 0,
    stopped: await stopped(ctx),
  }
}
