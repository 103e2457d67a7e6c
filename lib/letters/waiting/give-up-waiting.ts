import { and, eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { letters } from '@/db/schema/index'
import { enqueueAll } from '@/lib/jobs/enqueue'
import { anyOfIds } from '@/lib/kernel/any-of-ids'
import type { Context } from '@/lib/kernel/context'
import { BATCH_ROWS } from '@/lib/kernel/in-batches'
import { readRows, readValue } from '@/lib/kernel/read-rows'
import { tellFailedJob, tellWaitEndsJob } from '@/lib/letters/jobs'
import { isWaiting } from '@/lib/letters/letter-states'
import { everyPromise, type Promised, WAIT_END_TOLD_DAYS } from '@/lib/settings/keeping-periods'
import { keptUntil } from '@/lib/supporters/kept-until'
import { inNoCall } from './in-a-call'

/**
 * Ends a batch of the letters that have waited as long as their writers were promised at most: they have failed, with
 * what they waited for as the reason, and their writers are told. They ended when their time was over, also where
 * that is found out later. One that the mail service is just being asked about is left alone. Gives how many.
 */
export async function endWaiting(ctx: Context, promises: readonly Promised[]): Promise<number> {
  const now = sql`${ctx.now().toISOString()}::timestamptz`
  const end = waitEnds(promises)
  const ended = await endThose(ctx, end, sql`${end} <= ${now} and ${inNoCall(ctx.now())}`)
  await enqueueAll(
    ctx,
    tellFailedJob,
    ended.map((id) => ({ payload: { letterId: id }, key: `failed ${id}` })),
  )
  return ended.length
}

/** Ends the letters that still wait of supporters who are just being erased: there is nothing to send any more. */
export async function endWaitingOf(ctx: Context, supporterIds: readonly string[]): Promise<void> {
  await endThose(ctx, sql`${ctx.now().toISOString()}::timestamptz`, anyOfIds(letters.supporterId, supporterIds))
}

async function endThose(ctx: Context, ends: SQL, condition: SQL): Promise<string[]> {
  const now = sql`${ctx.now().toISOString()}::timestamptz`
  const ended = await readRows(
    ctx.db,
    z.object({ id: z.string() }),
    sql`
    with due as (
      select letters.id, letters.held_reason, ${ends} as ends from letters
      where ${isWaiting} and ${condition}
      order by letters.id limit ${BATCH_ROWS}::int for update of letters
    ), moved as (
      update letters set state = 'failed', held_reason = null, due_at = null, ended_at = due.ends
      from due where letters.id = due.id
      returning letters.id, due.held_reason
    ), noted as (
      insert into letter_events (letter_id, state, reason, at)
      select id, 'failed', 'waited-' || coalesce(held_reason, 'turn'), ${now} from moved
    ), messages as (
      update delivery_attempts set message_sealed = null
      from moved where delivery_attempts.letter_id = moved.id and message_sealed is not null
    )
    select id from moved`,
  )
  return ended.map(({ id }) => id)
}

/** Has a batch of the writers told whose letters will not wait much longer. Gives how many. */
export async function tellWaitEnds(ctx: Context, promises: readonly Promised[]): Promise<number> {
  const now = sql`${ctx.now().toISOString()}::timestamptz`
  const soon = await readRows(
    ctx.db,
    z.object({ id: z.string() }),
    sql`
    update letters set wait_end_told_at = ${now}
    where id in (
      select letters.id from letters
      where ${isWaiting} and wait_end_told_at is null
        and ${waitEnds(promises)} <= ${now} + make_interval(days => ${WAIT_END_TOLD_DAYS}::int)
      order by letters.id limit ${BATCH_ROWS}::int for update
    )
    returning id`,
  )
  await enqueueAll(
    ctx,
    tellWaitEndsJob,
    soon.map(({ id }) => ({ payload: { letterId: id }, key: `wait ends ${id}` })),
  )
  return soon.length
}

/** Whether a letter has waited as long as it may, also where no purge has ended it yet. */
export async function waitIsOver(ctx: Context, letterId: string): Promise<boolean> {
  return (await ctx.db.$count(letters, and(eq(letters.id, letterId), await isWaitOver(ctx)))) > 0
}

/** That a letter has waited as long as it may: it is not sent any more, nor is its writer told that it will be. */
export async function isWaitOver(ctx: Context): Promise<SQL> {
  const now = sql`${ctx.now().toISOString()}::timestamptz`
  return sql`coalesce(${waitEnds(await everyPromise(ctx))} <= ${now}, false)`
}

/**
 * When a letter's waiting ends by the promises that count for it: so many days after it was confirmed, and by one
 * that was made while it waited already not before that one was made. It ends with its writer's data, where that is
 * sooner: nothing could be sent any more.
 */
export function waitEnds(promises: readonly Promised[]) {
  const ends = promises.map(({ since, until, heldDays }) => {
    const days = sql`${letters.confirmedAt} + make_interval(days => ${heldDays}::int)`
    const end = since ? sql`greatest(${days}, ${since.toISOString()}::timestamptz)` : days
    return until ? sql`case when ${letters.createdAt} < ${until.toISOString()}::timestamptz then ${end} end` : end
  })
  return readValue(z.coerce.date(), sql`least(${sql.join(ends, sql`, `)}, ${writerKeptUntil(promises)})`)
}

/** Until when the data of a letter's writer are kept, where they did not ask for updates. */
export function writerKeptUntil(promises: readonly Promised[]) {
  return readValue(
    z.coerce.date(),
    sql`(select ${keptUntil(promises)} from supporters where supporters.id = letters.supporter_id)`,
  )
}
