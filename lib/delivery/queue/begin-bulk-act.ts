import { and, eq, isNotNull, lt } from 'drizzle-orm'
import { letterActs } from '@/db/schema/index'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { DAY } from '@/lib/kernel/time/durations'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { countForAction, type LetterAct } from './act-on-letter'
import { actOnLettersJob, carryOnOnce } from './carry-on-bulk-acts'
import type { LetterFilter } from './filter'

const SHOWN_DAYS = 30

/** How an act on many letters stands once it is begun: over already, or going on by itself. */
export type Begun = { ended: true; changed: number } | { ended: false }

/**
 * Begins to do one thing to all letters that a filter lets through at this moment. What one batch holds is done at
 * once; more goes on by a job, batch by batch, after the acts that were begun before, and is audited when it has
 * ended. Throws a `Refusal` where the actor may not.
 */
export async function beginAct(ctx: Context, filter: LetterFilter, { action, reason }: LetterAct): Promise<Begun> {
  assertAllowed(ctx, 'letters.act')
  const { actor } = ctx
  if (actor.kind !== 'staff') throw new Error('Only staff act on many letters.')
  const id = await inTransaction(ctx, async (inner) => {
    const old = new Date(inner.now().getTime() - SHOWN_DAYS * DAY)
    await inner.db.delete(letterActs).where(and(isNotNull(letterActs.endedAt), lt(letterActs.endedAt, old)))
    const total = await countForAction(inner, { filter }, action)
    const row = { action, reason, filter, staffId: actor.id, begunAt: inner.now(), total }
    const [act] = await inner.db.insert(letterActs).values(row).returning({ id: letterActs.id })
    await enqueue(inner, actOnLettersJob, {}, { key: 'letter acts' })
    return act?.id ?? ''
  })
  await carryOnOnce(ctx, id)
  const [act] = await ctx.db
    .select({ changed: letterActs.changed, endedAt: letterActs.endedAt })
    .from(letterActs)
    .where(eq(letterActs.id, id))
  return act?.endedAt ? { ended: true, changed: act.changed } : { ended: false }
}
