import { sql } from 'drizzle-orm'
import { workers } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { dataKeys } from '@/lib/kernel/secrets/data-keys'

const SEEN_WITHIN_SECONDS = 60

/** How many workers that were seen within the last minute do not seal under our newest key: they could not open what is resealed. */
export async function lateProcesses({ db }: Pick<Context, 'db'>): Promise<number> {
  return db.$count(
    workers,
    sql`${workers.seenAt} > clock_timestamp() - make_interval(secs => ${SEEN_WITHIN_SECONDS})
      and ${workers.keyIds}[1] is distinct from ${dataKeys()[0]?.id ?? ''}`,
  )
}
