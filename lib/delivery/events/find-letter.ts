import { eq, sql } from 'drizzle-orm'
import { type LetterState, letters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** A letter as an event finds it, locked until the transaction ends. */
export type ToldOf = {
  id: string
  state: LetterState
  round: number
  /** Whether the event is about the letter's present sending: what came of an earlier one says nothing about it. */
  isPresent: boolean
  /** Whether it went once more by itself because the mailbox was full, or is about to. */
  wasFull: boolean
}

/** The letter that an attempt was at; `null` once it is gone. */
export async function letterOf(
  { db }: Context,
  { letterId, round }: { letterId: string; round: number },
): Promise<ToldOf | null> {
  const [row] = await db
    .select({
      id: letters.id,
      state: letters.state,
      round: letters.round,
      wasFull: sql`exists (
        select from letter_events full_box
        where full_box.letter_id = letters.id and full_box.state = 'queued' and full_box.reason = 'mailbox-full'
      )`.mapWith(Boolean),
    })
    .from(letters)
    .where(eq(letters.id, letterId))
    .for('update')
  return row ? { ...row, isPresent: row.round === round } : null
}
