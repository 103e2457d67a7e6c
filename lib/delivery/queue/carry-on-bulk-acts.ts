import { and, asc, eq, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { letterActs, letters } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { defineJob, nothing } from '@/lib/jobs/define-job'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { LETTERS_AT_ONCE } from '@/lib/letters/move'
import { actOnSome, type Last } from './act-on-some'
import { filterWhere, letterFilter } from './filter'
import { actions, type LetterAction, letterActions } from './what-staff-can-do'

type Act = typeof letterActs.$inferSelect
/**
 * Carries on with what staff have begun on many letters, the oldest first, until all of it is done or `signal` is set
 * off: in transactions of 500 letters at most, each with the place that it has come to, so that after a crash it goes
 * on from there.
 */
export async function carryOn(ctx: Context, signal?: AbortSignal, batch = LETTERS_AT_ONCE): Promise<void> {
  while (await carryOnOnce(ctx, undefined, batch)) {
    if (!signal?.aborted) continue
    await enqueue(ctx, actOnLettersJob, {}, { key: 'letter acts' })
    return
  }
}

/** What staff have begun to do to many letters goes on. */
export const actOnLettersJob = defineJob('act-on-letters', nothing, (ctx, _, signal) => carryOn(ctx, signal))

/** One batch of the oldest act that is open; with `only`, nothing where that is another. Gives whether there was one. */
export function carryOnOnce(ctx: Context, only?: string, batch = LETTERS_AT_ONCE): Promise<boolean> {
  return inTransaction(ctx, async (inner) => {
    // One worker at a time, so that of two acts the later one finds what the earlier has left.
    await inner.db.execute(sql`select pg_advisory_xact_lock(hashtext('letter acts'))`)
    const [act] = await inner.db
      .select()
      .from(letterActs)
      .where(isNull(letterActs.endedAt))
      .orderBy(asc(letterActs.begunAt), asc(letterActs.id))
      .limit(1)
    if (!act || (only && act.id !== only)) return false
    if (act.cancelledAt) {
      await end(inner, act, act.changed)
      return true
    }
    const {
      looked,
      changed: more,
      last,
    } = await actOnSome(inner, {
      action: actionOf(act),
      note: act.reason,
      where: itsOwn(act),
      most: batch,
    })
    const changed = act.changed + more
    if (last) await noteWhere(inner, act.id, changed, last)
    if (looked < batch) await end(inner, act, changed)
    return true
  })
}

/** The letters that were there when it was begun, past those that it has looked at. */
function itsOwn(act: Act): SQL | undefined {
  return and(
    filterWhere(letterFilter.parse(act.filter)),
    lte(letters.createdAt, act.begunAt),
    sql`coalesce(${letters.confirmedAt}, ${letters.createdAt}) <= ${act.begunAt.toISOString()}::timestamptz`,
    act.lastId
      ? sql`(${letters.createdAt}, ${letters.id}) > (select last_at, last_id from letter_acts where id = ${act.id})`
      : undefined,
  )
}

async function noteWhere({ db }: Context, id: string, changed: number, last: Last): Promise<void> {
  await db
    .update(letterActs)
    .set({ changed, lastAt: sql`${last.at}::timestamptz`, lastId: last.id })
    .where(eq(letterActs.id, id))
}

/** It is done, or was stopped: whoever began it stands in the audit, with how many letters it has changed. */
async function end(ctx: Context, act: Act, changed: number): Promise<void> {
  await ctx.db.update(letterActs).set({ changed, endedAt: ctx.now() }).where(eq(letterActs.id, act.id))
  const { filter, cancelledAt, staffId } = act
  await recordAudit(
    { ...ctx, actor: { kind: 'staff', id: staffId, role: 'admin', limitedTo: null } },
    {
      verb: actions[actionOf(act)].verb,
      subject: { kind: 'letters', id: `${changed}` },
      after: { changed, filter, ...(cancelledAt && { cancelled: true }) },
    },
  )
}

function actionOf(act: Act): LetterAction {
  const action = letterActions.find((each) => each === act.action)
  if (!action) throw new Error(`Nobody knows how to ${act.action} letters.`)
  return action
}
