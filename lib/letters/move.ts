import { and, eq, inArray } from 'drizzle-orm'
import { type HeldReason, type LetterState, letterEvents, letters } from '@/db/schema'
import type { Context } from '../kernel/context'

type Move = {
  from: LetterState[]
  to: LetterState
  /** Why, for the history; never personal data. */
  reason?: string
  heldReason?: HeldReason
  set?: Partial<Pick<typeof letters.$inferInsert, 'confirmedAt' | 'acceptedAt' | 'endedAt' | 'mpId'>>
}

/**
 * Moves a letter from one of the states `from`, and writes the history row. Gives `false`, having
 * changed nothing, when the letter is in none of them: of two movers at once one wins.
 */
export async function moveLetter(ctx: Context, letterId: string, move: Move): Promise<boolean> {
  const [moved] = await ctx.db
    .update(letters)
    .set({ ...move.set, state: move.to, heldReason: move.heldReason ?? null })
    .where(and(eq(letters.id, letterId), inArray(letters.state, move.from)))
    .returning({ id: letters.id })
  if (!moved) return false
  await ctx.db.insert(letterEvents).values({
    letterId,
    state: move.to,
    reason: move.heldReason ?? move.reason ?? null,
    at: ctx.now(),
  })
  return true
}
