import { eq, sql } from 'drizzle-orm'
import { staff } from '@/db/schema'
import { recordAudit } from '../audit/record'
import { enqueue } from '../jobs/enqueue'
import { type Context, inTransaction } from '../kernel/context'
import { log } from '../kernel/log'
import { rebuildFigures } from './rebuild'
import type { Difference } from './recount'

const EXAMPLES = 10
/** Days that what was rolled up stays in the record: the rows themselves last. */
const RECORD_DAYS = 35

/**
 * Counts everything anew, puts the figures right, reports it in the audit, and has administrators told when anything
 * was off. What has long been rolled up leaves the record.
 */
export function recountNightly(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const differences = await rebuildFigures(inner)
    const examples = differences.slice(0, EXAMPLES).map(differenceWords)
    await recordAudit(inner, {
      verb: 'figures.recount',
      subject: { kind: 'installation', id: 'all' },
      after: { differences: differences.length, examples },
    })
    await inner.db.execute(sql`
      delete from figure_events using figure_state
      where xact < pg_snapshot_xmin(seen)
        and recorded_at < ${inner.now().toISOString()}::timestamptz - make_interval(days => ${RECORD_DAYS}::int)`)
    if (differences.length === 0) return
    log.error({ differences: differences.length, examples }, 'The figures were not what the rows say')
    const admins = await inner.db.select({ id: staff.id }).from(staff).where(eq(staff.role, 'admin'))
    for (const { id: staffId } of admins) {
      await enqueue(inner, 'tell-recount', { staffId, differences: differences.length, examples })
    }
  })
}

/** One difference in a line. */
export function differenceWords({ campaign, constituency, measure, was, is }: Difference): string {
  return `${campaign}, ${constituency || 'no constituency'}, ${measure}: was ${was}, is ${is}`
}
