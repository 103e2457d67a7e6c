import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { webhookEvents } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'

/** The lease on a delivery: longer than an attempt can take. What a worker that fell had leased is free after that. */
export const LEASE_SECONDS = 60
const MOST_TRIES = 1000

/** A delivery that this worker has leased. */
export type LeasedDelivery = z.infer<typeof leased>

const leased = z.object({
  id: z.string(),
  event: z.enum([...webhookEvents, 'webhook.test']),
  reason: z.string(),
  supporterId: z.string().nullable(),
  at: z.coerce.date(),
  tries: z.number(),
  leaseUntil: z.coerce.date(),
})

/** The endpoints for which something is due. */
export async function endpointsDue({ db, now }: Context): Promise<string[]> {
  const at = now().toISOString()
  const rows = await readRows(
    db,
    z.object({ id: z.string() }),
    sql`
    select e.id from webhook_endpoints e
    where e.removed_at is null and exists (
      select from webhook_deliveries d
      where d.endpoint_id = e.id and ${isDue(at)}
    )`,
  )
  return rows.map(({ id }) => id)
}

/** Leases up to `most` deliveries of one endpoint that are due, oldest first. */
export function leaseDue({ db, now }: Context, endpointId: string, most: number): Promise<LeasedDelivery[]> {
  const at = now().toISOString()
  return readRows(
    db,
    leased,
    sql`
    update webhook_deliveries taken
    set tries = least(taken.tries + 1, ${MOST_TRIES}::int),
      lease_until = ${at}::timestamptz + make_interval(secs => ${LEASE_SECONDS}::int)
    where taken.id in (
      select d.id from webhook_deliveries d
      join webhook_endpoints e on e.id = d.endpoint_id and e.removed_at is null
      where d.endpoint_id = ${endpointId} and ${isDue(at)}
      order by d.due_at, d.id
      limit ${most}
      for update of d skip locked
    )
    returning taken.id, event, reason, supporter_id as "supporterId", at, tries, lease_until as "leaseUntil"`,
  )
}

/**
 * Due, and not leased. An endpoint that is switched off can still be tested. That somebody has left is not said
 * while an attempt to pass them on is under way: it could arrive before.
 */
function isDue(at: string) {
  return sql`
    d.due_at <= ${at}::timestamptz
    and (d.lease_until is null or d.lease_until <= ${at}::timestamptz)
    and (e.off_at is null or d.event = 'webhook.test')
    and not (d.event = 'supporter.left' and exists (
      select from webhook_deliveries other
      where other.endpoint_id = d.endpoint_id and other.supporter_id = d.supporter_id
        and other.event = 'supporter.confirmed' and other.lease_until > ${at}::timestamptz
    ))`
}
