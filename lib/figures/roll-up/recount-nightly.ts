import { sql } from 'drizzle-orm'
import { recordAudit } from '@/lib/audit/record'
import { tellRecountJob } from '@/lib/figures/jobs'
import { defineJob, nothing } from '@/lib/jobs/define-job'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { BATCH_ROWS, inBatches } from '@/lib/kernel/in-batches'
import { log } from '@/lib/kernel/log'
import { londonDay } from '@/lib/kernel/time/day'
import { tellAdmins } from '@/lib/staff/team/tell-admins'
import { type Difference, rebuildFigures } from './recount'

const EXAMPLES = 10
/** Days that what was rolled up stays in the record: the rows themselves last. */
const RECORD_DAYS = 35

/**
 * Counts everything anew, puts the figures right, reports it in the audit, and has administrators told when anything
 * was off. What has long been rolled up leaves the record.
 */
export async function recountNightly(ctx: Context): Promise<void> {
  await inTransaction(ctx, recount)
  await inBatches(ctx, forgetRecord)
}

/** Whether the figures are what the rows say. */
export const recountFiguresJob = defineJob('recount-figures', nothing, recountNightly)

async function recount(ctx: Context): Promise<void> {
  const differences = await rebuildFigures(ctx)
  const examples = differences.slice(0, EXAMPLES).map(differenceWords)
  await recordAudit(ctx, {
    verb: 'figures.recount',
    subject: { kind: 'installation', id: 'all' },
    after: { differences: differences.length, examples },
  })
  if (differences.length === 0) return
  log.error({ differences: differences.length, examples }, 'The figures were not what the rows say')
  const found = { differences: differences.length, examples }
  await tellAdmins(ctx, tellRecountJob, `recount ${londonDay(ctx.now())}`, (staffId) => ({ ...found, staffId }))
}

/** Takes some of what has long been rolled up out of the record; gives how much. */
async function forgetRecord({ db, now }: Context): Promise<number> {
  const forgotten = await db.execute(sql`
    delete from figure_events where ctid = any(array(
      select figure_events.ctid from figure_events, figure_state
      where xact < pg_snapshot_xmin(seen)
        and recorded_at < ${now().toISOString()}::timestamptz - make_interval(days => ${RECORD_DAYS}::int)
      limit ${BATCH_ROWS}::int))
    returning 1`)
  return forgotten.length
}

/** One difference in a line. */
export function differenceWords({ campaign, constituency, measure, was, is }: Difference): string {
  return `${campaign}, ${constituency || 'no constituency'}, ${measure}: was ${was}, is ${is}`
}
