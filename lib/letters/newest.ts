import { desc, eq } from 'drizzle-orm'
import { campaigns, constituencies, type HeldReason, type LetterState, letters } from '@/db/schema'
import type { Context } from '../kernel/context'

/** A letter without anything of its writer's. */
export type ListedLetter = {
  id: string
  campaign: string
  constituency: string
  state: LetterState
  heldReason: HeldReason | null
  createdAt: Date
  confirmedAt: Date | null
  acceptedAt: Date | null
  endedAt: Date | null
}

/** The newest letters, all or in one state. */
export function newestLetters(
  { db }: Context,
  options: { state: LetterState | null; most: number },
): Promise<ListedLetter[]> {
  return db
    .select({
      id: letters.id,
      campaign: campaigns.slug,
      constituency: constituencies.name,
      state: letters.state,
      heldReason: letters.heldReason,
      createdAt: letters.createdAt,
      confirmedAt: letters.confirmedAt,
      acceptedAt: letters.acceptedAt,
      endedAt: letters.endedAt,
    })
    .from(letters)
    .innerJoin(campaigns, eq(campaigns.id, letters.campaignId))
    .innerJoin(constituencies, eq(constituencies.code, letters.constituencyCode))
    .where(options.state ? eq(letters.state, options.state) : undefined)
    .orderBy(desc(letters.createdAt))
    .limit(options.most)
}
