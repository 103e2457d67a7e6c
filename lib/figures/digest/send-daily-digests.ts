import { isNull, lt, or } from 'drizzle-orm'
import { figureDigests } from '@/db/schema/index'
import { sendDigestJob } from '@/lib/figures/jobs'
import { defineJob, nothing } from '@/lib/jobs/define-job'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { addDays, londonDay } from '@/lib/kernel/time/day'
import { londonTime } from '@/lib/kernel/time/london-time'

const FROM_HOUR = 7

/** From seven in the morning, London time, has yesterday's digest sent to whoever wants it: once for each day. */
export async function sendDueDigests(ctx: Context): Promise<void> {
  if (Number(londonTime(ctx.now()).slice(11, 13)) < FROM_HOUR) return
  const day = addDays(londonDay(ctx.now()), -1)
  await inTransaction(ctx, async (inner) => {
    const due = await inner.db
      .update(figureDigests)
      .set({ lastDay: day })
      .where(or(isNull(figureDigests.lastDay), lt(figureDigests.lastDay, day)))
      .returning({ staffId: figureDigests.staffId })
    for (const { staffId } of due)
      await enqueue(inner, sendDigestJob, { staffId, day }, { key: `digest ${staffId} ${day}` })
  })
}

export const sendDueDigestsJob = defineJob('send-due-digests', nothing, sendDueDigests)
