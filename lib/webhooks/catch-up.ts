import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { defineJob } from '@/lib/jobs/define-job'
import type { Context } from '@/lib/kernel/context'
import { rowId } from '@/lib/kernel/id'
import { alongIds, BATCH_ROWS } from '@/lib/kernel/in-batches'
import { readRows } from '@/lib/kernel/read-rows'

/**
 * Queues, for an endpoint that was off, those who confirmed since, are genuine and have not left: so many at a time,
 * each lot kept before the next. It runs a while after the endpoint is on, so that no confirmation falls between: one
 * that still saw it off is then in the rows.
 */
export async function catchUp(ctx: Context, endpointId: string, since: Date): Promise<void> {
  await alongIds(ctx, async ({ db, now }, after) => {
    const rows = await readRows(
      db,
      z.object({ id: rowId }),
      sql`
      with due as (
        select e.id as endpoint_id, s.id, s.confirmed_at
        from webhook_endpoints e
        join supporters s on e.campaign_id is null or e.campaign_id = s.campaign_id
        where e.id = ${endpointId} and e.removed_at is null and e.off_at is null
          and 'supporter.confirmed' = any (e.events)
          and s.id > ${after} and s.confirmed_at >= ${since.toISOString()}::timestamptz
          and s.updates_asked_at is not null and s.unsubscribed_at is null and s.erased_at is null
          and not exists (
            select from letters where letters.supporter_id = s.id and letters.not_genuine_at is not null)
        order by s.id
        limit ${BATCH_ROWS}::int
      ), queued as (
        insert into webhook_deliveries (endpoint_id, event, supporter_id, at, due_at)
        select endpoint_id, 'supporter.confirmed', id, confirmed_at, ${now().toISOString()}::timestamptz from due
        on conflict do nothing
      )
      select id from due order by id`,
    )
    return rows.map(({ id }) => id)
  })
}

/** Those who confirmed while a webhook was off, to which it is on again. */
export const catchUpWebhookJob = defineJob(
  'catch-up-webhook',
  z.object({ endpointId: rowId, since: z.iso.datetime() }),
  (ctx, { endpointId, since }) => catchUp(ctx, endpointId, new Date(since)),
)
