import { and, eq, isNull } from 'drizzle-orm'
import { letterEvents, letters } from '@/db/schema/index'
import { alertStaffJob } from '@/lib/delivery/alerts/raise-alerts'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import type { ToldOf } from './find-letter'

/** An office calls a letter unwanted: nothing can be taken back, but staff must know. Once for each letter. */
export async function complained(ctx: Context, { id: letterId, state }: ToldOf): Promise<'complained' | null> {
  const [row] = await ctx.db
    .update(letters)
    .set({ complainedAt: ctx.now() })
    .where(and(eq(letters.id, letterId), isNull(letters.complainedAt)))
    .returning({ id: letters.id })
  if (!row) return null
  await ctx.db.insert(letterEvents).values({ letterId, state, reason: 'complained', at: ctx.now() })
  await enqueue(ctx, alertStaffJob, {}, { key: 'alert staff' })
  return 'complained'
}
