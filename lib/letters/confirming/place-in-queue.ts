import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { HOUR } from '@/lib/kernel/time/durations'

/**
 * The place of a letter among those that wait for the same MP, as a moment: that of confirming, an hour later for each
 * letter that waits there already from the same network. So one sender buries nobody, letters of equals go in the order
 * of confirming, and none is put off for ever. It only orders: where nothing else waits, a letter goes at once.
 */
export async function turnOf(
  { db, now }: Context,
  { constituencyCode, networkHash }: { constituencyCode: string; networkHash: string | null },
): Promise<Date> {
  if (!networkHash) return now()
  const [row] = await readRows(
    db,
    z.object({ waiting: z.number() }),
    sql`
    select count(*)::int as waiting from letters
    where network_hash = ${networkHash} and constituency_code = ${constituencyCode}
      and confirmed_at is not null and state in ('queued', 'sending')`,
  )
  return new Date(now().getTime() + (row?.waiting ?? 0) * HOUR)
}
