import { and, count, desc, eq, isNull } from 'drizzle-orm'
import { constituencies, type HeldReason, type LetterState, letters, mps } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { filterWhere, type LetterFilter } from './filter'

/** A letter without anything of its writer's. */
export type ListedLetter = {
  id: string
  constituency: string
  mp: string | null
  state: LetterState
  heldReason: HeldReason | null
  createdAt: Date
  confirmedAt: Date | null
  acceptedAt: Date | null
  endedAt: Date | null
}

/** The newest letters that the filter lets through, and how many there are in all. */
export async function findLetters(
  ctx: Context,
  filter: LetterFilter,
  most: number,
): Promise<{ letters: ListedLetter[]; total: number }> {
  assertAllowed(ctx, 'letters.see')
  const where = filterWhere(filter)
  const sits = and(eq(mps.constituencyCode, letters.constituencyCode), isNull(mps.until))
  const found = await ctx.db
    .select({
      id: letters.id,
      constituency: constituencies.name,
      mp: mps.name,
      state: letters.state,
      heldReason: letters.heldReason,
      createdAt: letters.createdAt,
      confirmedAt: letters.confirmedAt,
      acceptedAt: letters.acceptedAt,
      endedAt: letters.endedAt,
    })
    .from(letters)
    .innerJoin(constituencies, eq(constituencies.code, letters.constituencyCode))
    .leftJoin(mps, sits)
    .where(where)
    .orderBy(desc(letters.createdAt), desc(letters.id))
    .limit(most)
  const [all] = await ctx.db
    .select({ total: count() })
    .from(letters)
    .innerJoin(constituencies, eq(constituencies.code, letters.constituencyCode))
    .leftJoin(mps, sits)
    .where(where)
  return { letters: found, total: all?.total ?? 0 }
}
