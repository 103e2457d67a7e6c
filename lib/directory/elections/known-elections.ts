import { and, eq, isNull, or } from 'drizzle-orm'
import { mps, seatElections } from '@/db/schema/index'
import type { Election } from '@/lib/directory/members-api/latest-election'
import type { Context } from '@/lib/kernel/context'

/**
 * How the last election went, by the codes of the seats of which that is known: not of one whose MP is another than when
 * it was read, since there has been a later one.
 */
export async function knownElections({ db }: Context): Promise<ReadonlyMap<string, Election>> {
  const { constituencyCode: code, majority, turnout, electorate, held, title } = seatElections
  const rows = await db
    .select({ code, majority, turnout, electorate, held, title })
    .from(seatElections)
    .leftJoin(mps, and(eq(mps.constituencyCode, code), isNull(mps.until)))
    .where(or(isNull(mps.id), eq(mps.memberId, seatElections.memberId)))
  return new Map(rows.map(({ code, ...election }) => [code, election]))
}
