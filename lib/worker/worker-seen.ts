import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'

/** A worker says three times within it that it works. */
const SEEN_WITHIN_SECONDS = 60

/** Whether any worker has said within a minute that it works, by the database's own clock. */
export async function workerSeen({ db }: Context): Promise<boolean> {
  const [row] = await readRows(
    db,
    z.object({ seen: z.boolean() }),
    sql`
    select exists (
      select from workers where seen_at > clock_timestamp() - make_interval(secs => ${SEEN_WITHIN_SECONDS}::int)
    ) as seen`,
  )
  return row?.seen ?? false
}
