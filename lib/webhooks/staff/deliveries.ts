import { and, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type WebhookFault, type WebhookOutcome, webhookDeliveries, webhookFaults } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readValue } from '@/lib/kernel/read-rows'
import { unseal } from '@/lib/kernel/secrets/crypto'
import { assertAllowed } from '@/lib/staff/assert-allowed'

export const deliveryStates = ['waiting', 'delivered', 'failed', 'dropped'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** One delivery with its last attempt. Names nobody: a supporter is an id. */
export type Delivery = {
  id: string
  event: string
  reason: string
  supporterId: string | null
  at: Date
  state: WebhookOutcome | 'waiting'
  dueAt: Date | null
  attempts: number
  last: { at: Date; durationMs: number; status: number | null; fault: WebhookFault | null; answer: string } | null
}

/** The newest deliveries of a webhook, in one state or any. Throws a `Refusal` where the actor may not see them. */
export async function listDeliveries(
  ctx: Context,
  endpointId: string,
  { state, most }: { state: DeliveryState | null; most: number },
): Promise<Delivery[]> {
  assertAllowed(ctx, 'webhooks.see')
  const rows = await ctx.db
    .select({ delivery: webhookDeliveries, attempts, last })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.endpointId, endpointId), inState(state)))
    .orderBy(desc(webhookDeliveries.at), desc(webhookDeliveries.id))
    .limit(most)
  return rows.map((row) => ({
    id: row.delivery.id,
    event: row.delivery.event,
    reason: row.delivery.reason,
    supporterId: row.delivery.supporterId,
    at: row.delivery.at,
    state: row.delivery.outcome ?? 'waiting',
    dueAt: row.delivery.dueAt,
    attempts: row.attempts,
    last: row.last && opened(row.last),
  }))
}

const attempts =
  sql`(select count(*)::int from webhook_attempts a where a.delivery_id = webhook_deliveries.id)`.mapWith(Number)

const lastAttempt = z.object({
  id: z.number(),
  at: z.coerce.date(),
  duration_ms: z.number(),
  status: z.number().nullable(),
  fault: z.enum(webhookFaults).nullable(),
  answer_sealed: z.string().nullable(),
})
const last = readValue(
  lastAttempt,
  sql`(
    select to_json(a) from webhook_attempts a where a.delivery_id = webhook_deliveries.id order by a.id desc limit 1
  )`,
)

function opened({ id, at, duration_ms, status, fault, answer_sealed }: z.infer<typeof lastAttempt>): Delivery['last'] {
  const answer = answer_sealed ? unseal(answer_sealed, 'webhook-answer', String(id)) : ''
  return { at, durationMs: duration_ms, status, fault, answer }
}

function inState(state: DeliveryState | null): SQL | undefined {
  if (state === null) return undefined
  return state === 'waiting' ? isNotNull(webhookDeliveries.dueAt) : eq(webhookDeliveries.outcome, state)
}
