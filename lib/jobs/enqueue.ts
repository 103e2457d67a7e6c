import { sql } from 'drizzle-orm'
import type { Context } from '@/lib/kernel/context'
import type { Job } from './define-job'

type Options = {
  /** Not before this moment. */
  runAt?: Date
  /** Two jobs with one key are one job: the later replaces the earlier. */
  key?: string
  /** Tries before it is given up; the waits between them grow. */
  maxAttempts?: number
}

/** Queues a job in the caller's transaction: it runs if, and only if, the transaction is kept. */
export async function enqueue<Payload>(
  ctx: Context,
  { kind, schema }: Job<Payload>,
  payload: NoInfer<Payload>,
  { runAt, key, maxAttempts = 25 }: Options = {},
): Promise<void> {
  await ctx.db.execute(sql`
    select graphile_worker.add_job(
      ${kind}::text,
      payload := ${JSON.stringify(schema.parse(payload))}::json,
      run_at := ${runAt?.toISOString() ?? null}::timestamptz,
      max_attempts := ${maxAttempts}::int,
      job_key := ${key ?? null}::text
    )`)
}

/** Queues one job for each payload, due in their order, in one statement; each has its own key. */
export async function enqueueAll<Payload>(
  ctx: Context,
  { kind, schema }: Job<Payload>,
  jobs: readonly { payload: NoInfer<Payload>; key: string }[],
  { runAt, maxAttempts = 25 }: Pick<Options, 'runAt' | 'maxAttempts'> = {},
): Promise<void> {
  if (jobs.length === 0) return
  const from = sql`coalesce(${runAt?.toISOString() ?? null}::timestamptz, clock_timestamp())`
  const parsed = jobs.map(({ payload, key }) => ({ payload: schema.parse(payload), key }))
  // A microsecond apart: which of many jobs of one moment comes first would be left to the database.
  await ctx.db.execute(sql`
    select count(*) from graphile_worker.add_jobs(array(
      select row(
        ${kind}::text, one -> 'payload', null, ${from} + place * interval '1 microsecond',
        ${maxAttempts}::int, one ->> 'key', null, null
      )::graphile_worker.job_spec
      from jsonb_array_elements(${JSON.stringify(parsed)}::jsonb) with ordinality as each(one, place)
    ))`)
}
