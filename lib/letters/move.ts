import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import { type HeldReason, type LetterState, letterEvents, letters } from '@/db/schema/index'
import { anyOfIds } from '@/lib/kernel/any-of-ids'
import type { Context } from '@/lib/kernel/context'

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
 * Moves a letter from one of the states `from`, and writes the history row. Gives `false`, having
 * changed nothing, when the letter is in none of them: of two movers at once one wins. Which moves
 * there are at all, the table itself knows, and throws at any other.
 */
export async function moveLetter(ctx: Context, letterId: string, move: Move): Promise<boolean> {
  const [moved] = await ctx.db
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
  if (!moved) return false
  await ctx.db.insert(letterEvents).values({
    letterId,
    state: move.to,
    reason: move.heldReason ?? move.reason ?? null,
    note: move.note ?? null,
    at: ctx.now(),
  })
  return true
}

type MoveOfSome = Pick<Move, 'from' | 'to'> & {
  where?: SQL
  set?: Pick<PgUpdateSetSource<typeof letters>, Settable>
}

/** Moves those of some letters that are in one of the states `from`, and fit `where`, in two statements; gives their ids. */
export async function moveSome(
  ctx: Context,
  ids: readonly string[],
  { from, to, where, set }: MoveOfSome,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await ctx.db
    .update(letters)
    .set({ ...set, state: to, heldReason: null })
    .where(and(anyOfIds(letters.id, ids), inArray(letters.state, from), where))
    .returning({ id: letters.id })
  const moved = new Set(rows.map(({ id }) => id))
  // As they were asked for, so that the history has them in the order in which they went.
  const inOrder = ids.filter((id) => moved.has(id))
  await ctx.db.execute(sql`
    insert into letter_events (letter_id, state, at)
    select value::uuid, ${to}, ${ctx.now().toISOString()}::timestamptz
    from jsonb_array_elements_text(${JSON.stringify(inOrder)}::jsonb)`)
  return moved
}
