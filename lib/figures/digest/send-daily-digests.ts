import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { type DigestSpan, figureDigests } from '@/db/schema/index'
import { sendDigestJob } from '@/lib/figures/jobs'
import { defineJob, nothing } from '@/lib/jobs/define-job'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { addDays, londonDay, startOfLondonDay } from '@/lib/kernel/time/day'
import { londonTime } from '@/lib/kernel/time/london-time'

const FROM_HOUR = 7

/**
 * From seven in the morning, London time, has the figures sent to whoever wants them, once: of yesterday to those who want
 * every day, of the week that ended on Sunday to those who have wanted every week since before it ended.
 */
export async function sendDueDigests(ctx: Context): Promise<void> {
  if (Number(londonTime(ctx.now()).slice(11, 13)) < FROM_HOUR) return
  const today = londonDay(ctx.now())
  await inTransaction(ctx, async (inner) => {
    await sendDue(inner, 'day', addDays(today, -1))
    await sendDue(inner, 'week', addDays(today, -weekday(today)))
  })
}

/** `day` is the last of what is told of. */
async function sendDue(ctx: Context, every: DigestSpan, day: string): Promise<void> {
  const due = await ctx.db
    .update(figureDigests)
    .set({ lastDay: day })
    .where(
      and(
        eq(figureDigests.every, every),
        or(isNull(figureDigests.lastDay), lt(figureDigests.lastDay, day)),
        every === 'week' ? lt(figureDigests.wantedSince, startOfLondonDay(day, 1)) : undefined,
      ),
    )
    .returning({ staffId: figureDigests.staffId })
  for (const { staffId } of due)
    await enqueue(ctx, sendDigestJob, { staffId, day, every }, { key: `digest ${every} ${staffId} ${day}` })
}

/** 1 for a Monday, to 7 for a Sunday. */
function weekday(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7
}

export const sendDueDigestsJob = defineJob('send-due-digests', nothing, sendDueDigests)
