// State: one copy in a process.
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { besidePool } from '@/db/client'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { MINUTE, SECOND } from '@/lib/kernel/time/durations'
import { sendConfirmationJob } from '@/lib/letters/jobs'

const CACHED_MS = 5 * SECOND

let cached: { minutes: number; at: number } | undefined

/**
 * For how many minutes the e-mail has waited that has waited longest of those with a link to confirm; 0 where none is due.
 * At most 5 seconds behind.
 */
export async function confirmationsLate(ctx: Context): Promise<number> {
  const at = ctx.now().getTime()
  if (!cached || Math.abs(at - cached.at) >= CACHED_MS) cached = { minutes: await oldestWait(ctx), at }
  return cached.minutes
}

/** Makes the next {@link confirmationsLate} look into the database. */
export function forgetLateness(): void {
  cached = undefined
}

/** Asked beside the pool, as all is that a process caches for whoever asks. */
async function oldestWait({ now }: Context): Promise<number> {
  const [row] = await readRows(
    besidePool(),
    z.object({ due: z.coerce.date() }),
    sql`
    select job.run_at as due from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = ${sendConfirmationJob.kind} and job.attempts < job.max_attempts
    order by job.run_at limit 1`,
  )
  return row ? Math.max(0, Math.floor((now().getTime() - row.due.getTime()) / MINUTE)) : 0
}
