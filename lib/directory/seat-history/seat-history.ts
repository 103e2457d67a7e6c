import { desc, eq, sql } from 'drizzle-orm'
import { mps, seatChanges, staff } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/** `by`: who of the team did it, by name or address; null where nobody did, or they have left. */
export type SeatChange = Pick<typeof seatChanges.$inferSelect, 'id' | 'at' | 'kind' | 'before' | 'after' | 'source'> & {
  name: string
  party: string
  isStaff: boolean
  by: string | null
}

/** Changes of one seat that are shown at most. */
const MOST = 200

/** What changed about who sits for a seat, newest first. Throws a `Refusal` where the actor may not see it. */
export function seatHistory(ctx: Context, code: string): Promise<SeatChange[]> {
  assertAllowed(ctx, 'directory.see')
  const { id, at, kind, before, after, source } = seatChanges
  return ctx.db
    .select({
      ...{ id, at, kind, before, after, source },
      name: mps.name,
      party: mps.party,
      isStaff: sql`${seatChanges.staffId} is not null`.mapWith(Boolean),
      by: sql<string | null>`coalesce(nullif(${staff.name}, ''), ${staff.email})`,
    })
    .from(seatChanges)
    .innerJoin(mps, eq(mps.id, seatChanges.mpId))
    .leftJoin(staff, sql`${staff.id}::text = ${seatChanges.staffId}`)
    .where(eq(seatChanges.constituencyCode, code))
    .orderBy(desc(id))
    .limit(MOST)
}
