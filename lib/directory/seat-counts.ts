import { count, isNull, sql } from 'drizzle-orm'
import { constituencies, mps } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { isAddressAwaited } from './is-address-awaited'

/** `awaited`: how many of those without an e-mail were listed, or had one, so lately that it is waited for. */
export type SeatCounts = { seats: number; sitting: number; withoutEmail: number; awaited: number }

/** How many seats there are, how many have an MP, and for how many of those no e-mail address is listed. */
export async function seatCounts(ctx: Context): Promise<SeatCounts> {
  const [row] = await ctx.db
    .select({
      sitting: count(),
      withoutEmail: sql`(count(*) filter (where ${mps.email} is null))::int`.mapWith(Number),
      awaited: sql`(count(*) filter (where ${mps.email} is null and ${isAddressAwaited(ctx.now())}))::int`.mapWith(
        Number,
      ),
    })
    .from(mps)
    .where(isNull(mps.until))
  return {
    seats: await ctx.db.$count(constituencies),
    sitting: row?.sitting ?? 0,
    withoutEmail: row?.withoutEmail ?? 0,
    awaited: row?.awaited ?? 0,
  }
}
