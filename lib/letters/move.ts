import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { type HeldReason, type LetterState, letters } from '@/db/schema/index'
import { anyOfIds } from '@/lib/kernel/any-of-ids'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'

/** So many letters at most move in one transaction. */
export const LETTERS_AT_ONCE = 500

type Settable =
  | 'confirmedAt'
  | 'acceptedAt'
  | 'endedAt'
  | 'mpId'
  | 'dueAt'
  | 'round'
  | 'triedSince'
  | 'tries'
  | 'reflectedAt'
  | 'sentByWriterAt'
  | 'sentByWriterBy'
  | 'ownLikeness'
  | 'reviewRule'
  | 'turnAt'

type Move = {
  from: LetterState[]
  to: LetterState
  /** Why, for the history; never personal data. */
  reason?: string
  /** Why, in the mail service's words or in those of staff. */
  note?: string | null
  heldReason?: HeldReason
  /** Only a letter that is held for one of these. */
  heldFor?: HeldReason[]
  /** Only a letter in this sending. */
  inRound?: number
  set?: Partial<Pick<typeof letters.$inferInsert, Settable>>
}

/**
 * Moves a letter from one of the states `from`, and writes the history row, in one statement. Gives `false`, having
 * changed nothing, when the letter is in none of them: of two movers at once one wins. Which moves
 * there are at all, the table itself knows, and throws at any other.
 */
export async function moveLetter(ctx: Context, letterId: string, move: Move): Promise<boolean> {
  const moved = ctx.db
    .update(letters)
    .set({ ...move.set, state: move.to, heldReason: move.heldReason ?? null })
    .where(
      and(
        eq(letters.id, letterId),
        inArray(letters.state, move.from),
        move.heldFor ? inArray(letters.heldReason, move.heldFor) : undefined,
        move.inRound ? eq(letters.round, move.inRound) : undefined,
      ),
    )
    .returning({ id: letters.id })
  const noted = await ctx.db.execute(sql`
    with moved as ${moved}
    insert into letter_events (letter_id, state, reason, note, at)
    select id, ${move.to}, ${move.heldReason ?? move.reason ?? null}, ${move.note ?? null},
      ${ctx.now().toISOString()}::timestamptz
    from moved`)
  return noted.count > 0
}

type MoveOfSome = Pick<Move, 'from' | 'to'> & {
  where?: SQL
  set?: Pick<PgUpdateSetSource<typeof letters>, Settable>
}

/** Moves those of some letters that are in one of the states `from`, and fit `where`, with their history, in one statement; gives their ids. */
export async function moveSome(
  ctx: Context,
  ids: readonly string[],
  { from, to, where, set }: MoveOfSome,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const changed = ctx.db
    .update(letters)
    .set({ ...set, state: to, heldReason: null })
    .where(and(anyOfIds(letters.id, ids), inArray(letters.state, from), where))
    .returning({ id: letters.id })
  // As they were asked for, so that the history has them in the order in which they went.
  const moved = await readRows(
    ctx.db,
    z.object({ id: z.string() }),
    sql`
    with moved as ${changed}
    insert into letter_events (letter_id, state, at)
    select moved.id, ${to}, ${ctx.now().toISOString()}::timestamptz
    from moved join jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality as asked(id, place)
      on asked.id::uuid = moved.id
    order by place
    returning letter_id as id`,
  )
  return new Set(moved.map(({ id }) => id))
}
