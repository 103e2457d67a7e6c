import { asc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { constituencies, mps, seatChanges } from '@/db/schema/index'
import type { Constituency } from '@/lib/directory/seat'
import type { SeatChangeSource } from '@/lib/directory/seat-history/note-changes'
import type { Context } from '@/lib/kernel/context'
import { readValue } from '@/lib/kernel/read-rows'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/** The sitting MP of a seat as staff see them. `from`: what their row last changed by, and when. */
export type ListedMp = {
  memberId: number
  name: string
  party: string
  email: string | null
  setByHand: Date | null
  sourceEmail: string | null
  /** Since when no e-mail is given where one was. */
  addressGoneAt: Date | null
  since: Date
  from: { source: SeatChangeSource | null; at: Date } | null
}

/** A constituency as staff see it; `changedAt`: when who sits there last changed, or something about them. */
export type ListedSeat = Constituency & { mp: ListedMp | null; changedAt: Date | null }

const source = z.enum(['snapshot', 'import', 'sync', 'hand', 'undo'])
const moment = z.coerce.date()

/** Every constituency, some 650, with who sits there: of `code` alone where it is given. Throws a `Refusal` where the actor may not see them. */
export async function listedSeats(ctx: Context, code?: string): Promise<ListedSeat[]> {
  assertAllowed(ctx, 'directory.see')
  const lastOfMp = sql`select * from ${seatChanges} where ${seatChanges.mpId} = ${mps.id} order by ${seatChanges.id} desc limit 1`
  const rows = await ctx.db
    .select({
      code: constituencies.code,
      name: constituencies.name,
      nation: constituencies.nation,
      mp: {
        memberId: mps.memberId,
        name: mps.name,
        party: mps.party,
        email: mps.email,
        setByHand: mps.setByHand,
        sourceEmail: mps.sourceEmail,
        addressGoneAt: mps.addressGoneAt,
        since: mps.since,
      },
      source: readValue(source, sql`(select last.source from (${lastOfMp}) last)`),
      at: readValue(moment, sql`(select last.at from (${lastOfMp}) last)`),
      changedAt: readValue(
        moment,
        sql`(select max(${seatChanges.at}) from ${seatChanges} where ${seatChanges.constituencyCode} = ${constituencies.code} and ${seatChanges.source} is distinct from 'snapshot')`,
      ),
    })
    .from(constituencies)
    .leftJoin(mps, sql`${eq(mps.constituencyCode, constituencies.code)} and ${isNull(mps.until)}`)
    .where(code === undefined ? undefined : eq(constituencies.code, code))
    .orderBy(asc(constituencies.name))
  return rows.map(({ source, at, mp, ...seat }) => ({
    ...seat,
    mp: mp && { ...mp, from: at && { source, at } },
  }))
}
