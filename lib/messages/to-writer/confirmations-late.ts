// State: one copy in a process.
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { besidePool } from '@/db/client'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { MINUTE, SECOND } from '@/lib/kernel/time/durations'
import { sendConfirmationJob } from '@/lib/letters/jobs'

const CACHED_MS = 5 * SECOND

let cached: { late: Lateness; at: number } | undefined

/** How late e-mails with a link to confirm are, and whether that is because the mail service takes none. */
export type Lateness = { minutes: number; isRefused: boolean }

export const IN_TIME: Lateness = { minutes: 0, isRefused: false }

/**
 * For how many minutes the e-mail has waited that has waited longest of those with a link to confirm; 0 where none is due.
 * What was tried in vain waits as well, unless a letter that was written later has got its own. At most 5 seconds behind.
 */
export async function confirmationsLate(ctx: Context): Promise<Lateness> {
  const at = ctx.now().getTime()
  if (!cached || Math.abs(at - cached.at) >= CACHED_MS) cached = { late: await oldestWait(ctx), at }
  return cached.late
}

/** Makes the next {@link confirmationsLate} look into the database. */
export function forgetLateness(): void {
  cached = undefined
}

/** Asked beside the pool, as all is that a process caches for whoever asks. */
async function oldestWait({ now }: Context): Promise<Lateness> {
  const [row] = await readRows(
    besidePool(),
    z.object({ due: z.coerce.date().nullable(), refused: z.coerce.date().nullable() }),
    sql`
    with job as (
      select job.run_at, job.created_at, job.last_error is not null as in_vain
      from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier = ${sendConfirmationJob.kind} and job.attempts < job.max_attempts
    ), mailed as (
      select created_at from letters where mailed_at is not null and not_genuine_at is null
      order by created_at desc, id desc limit 1
    )
    select
      (select min(run_at) from job where not in_vain) as due,
      (select min(created_at) from job
       where in_vain and created_at > coalesce((select created_at from mailed), '-infinity')) as refused`,
  )
  const [turn, refused] = [minutesSince(now(), row?.due), minutesSince(now(), row?.refused)]
  return refused > 0 ? { minutes: Math.max(turn, refused), isRefused: true } : { minutes: turn, isRefused: false }
}

function minutesSince(now: Date, at: Date | null | undefined): number {
  return at ? Math.max(0, Math.floor((now.getTime() - at.getTime()) / MINUTE)) : 0
}
