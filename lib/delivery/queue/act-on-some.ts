import { and, asc, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { letters } from '@/db/schema/index'
import { enqueueAll } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { inNoCall } from '@/lib/letters/waiting/in-a-call'
import { tellDue } from '@/lib/letters/wake-sender'
import { actions, type LetterAction } from './what-staff-can-do'

type Some = { action: LetterAction; note: string; where: SQL | undefined; most: number }

/** The last letter that was looked at, by when it was written; the time as text, as exact as it is stored. */
export type Last = { at: string; id: string }

type Acted = { looked: number; changed: number; last: Last | null }

/**
 * Does one thing to some letters in the caller's transaction, in the order of writing, by one statement and one more
 * for what happens next. A letter that another transaction has locked is skipped. Gives how many it looked at and
 * changed, and the last of them; `null` when there was none.
 */
export async function actOnSome(ctx: Context, some: Some): Promise<Acted> {
  const { from, to, reason, set, follow } = actions[some.action]
  const at = ctx.now().toISOString()
  const found = ctx.db
    .select({ id: letters.id, createdAt: letters.createdAt })
    .from(letters)
    .where(and(actableWhere(some.action), some.where))
    .orderBy(asc(letters.createdAt), asc(letters.id))
    .limit(some.most)
    .for('no key update', { of: letters, skipLocked: true })
  const rows = await readRows(
    ctx.db,
    z.object({ id: z.string(), at: z.string(), moved: z.boolean(), turn: z.number() }),
    sql`
    with found (id, created_at) as (${found}), moved as (
      update letters set ${to === null ? sql`` : sql`state = ${to}, `}${set(at)}
      from found where letters.id = found.id and ${inArray(sql`letters.state`, from)}
      returning letters.id, letters.confirmed_at, letters.state
    ), noted as (
      insert into letter_events (letter_id, state, reason, note, at)
      select id, state, ${reason}, ${some.note}, ${at}::timestamptz from moved order by confirmed_at, id
    )
    select found.id, found.created_at::text as at, moved.id is not null as moved,
      row_number() over (order by moved.confirmed_at, found.created_at, found.id)::int as turn
    from found left join moved on moved.id = found.id
    order by found.created_at, found.id`,
  )
  const moved = rows.filter((row) => row.moved).sort((a, b) => a.turn - b.turn)
  if (follow === 'due' && moved.length > 0) await tellDue(ctx)
  else if (follow && follow !== 'due') {
    const jobs = moved.map(({ id: letterId }) => ({ payload: { letterId }, key: follow.key(letterId) }))
    await enqueueAll(ctx, follow.job, jobs)
  }
  const last = rows.at(-1)
  return { looked: rows.length, changed: moved.length, last: last ? { at: last.at, id: last.id } : null }
}

/** What a letter must be for an action. One that the mail service is just being asked about is left alone. */
export function actableWhere(action: LetterAction): SQL | undefined {
  const { from, where } = actions[action]
  return and(
    inArray(letters.state, from),
    where,
    // What is not genuine is first brought back, whatever else is to be done with it.
    action === 'genuine' ? isNotNull(letters.notGenuineAt) : isNull(letters.notGenuineAt),
    inNoCall(),
  )
}
