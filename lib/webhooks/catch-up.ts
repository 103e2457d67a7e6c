import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { defineJob } from '@/lib/jobs/define-job'
import type { Context } from '@/lib/kernel/context'
import { rowId } from '@/lib/kernel/id'
import { BATCH_ROWS, inBatches } from '@/lib/kernel/in-batches'

/**
 * Queues, for an endpoint that was off, those who confirmed since, are genuine and have not left: so many at a time,
 * each lot kept before the next. It runs a while after the endpoint is on, so that no confirmation falls between: one
 * that still saw it off is then in the rows.
 */
export async function catchUp(ctx: Context, endpointId: string, since: Date): Promise<void> {
  await inBatches(ctx, async ({ db, now }) => {
    const queued = await db.execute(sql`
      insert into webhook_deliveries (endpoint_id, event, supporter_id, at, due_at)
      select e.id, 'supporter.confirmed', s.id, s.confirmed_at, ${now().toISOString()}::timestamptz
      from webhook_endpoints e
      join supporters s on e.campaign_id is null or e.campaign_id = s.campaign_id
      where e.id = ${endpointId} and e.removed_at is null and e.off_at is null
        and 'supporter.confirmed' = any (e.events)
        and s.confirmed_at >= ${since.toISOString()}::timestamptz
        and s.updates_asked_at is not null and s.unsubscribed_at is null and s.erased_at is null
        and not exists (
          select from letters where letters.supporter_id = s.id and letters.not_genuine_at is not null)
        and not exists (
          select from webhook_deliveries known
          where known.endpoint_id = e.id and known.supporter_id = s.id and known.event = 'supporter.confirmed')
      limit ${BATCH_ROWS}::int
      on conflict do nothing
      returning id`)
    return queued.length
  })
}

/** Those who confirmed while a webhook was off, to which it is on again. */
export const catchUpWebhookJob = defineJob(
  'catch-up-webhook',
  z.object({ endpointId: rowId, since: z.iso.datetime() }),
  (ctx, { endpointId, since }) => catchUp(ctx, endpointId, new Date(since)),
)
