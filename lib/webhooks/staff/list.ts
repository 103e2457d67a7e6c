import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import {
  campaigns,
  type WebhookEvent,
  type WebhookFault,
  type WebhookOffReason,
  webhookEndpoints,
  webhookFaults,
} from '@/db/schema/index'
import { campaignName } from '@/lib/content/campaign-name'
import type { Context } from '@/lib/kernel/context'
import { readValue } from '@/lib/kernel/read-rows'
import { unseal } from '@/lib/kernel/secrets/crypto'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/** A webhook as staff see it: never its secret. */
export type Webhook = {
  id: string
  url: string
  host: string
  /** What the one campaign that it is of is called; `null` for all. */
  campaign: string | null
  events: WebhookEvent[]
  createdAt: Date
  off: { at: Date; why: WebhookOffReason } | null
  failingSince: Date | null
  secretMadeAt: Date
  oldSecretUntil: Date | null
  /** How many deliveries wait. */
  waiting: number
  last: { at: Date; status: number | null; fault: WebhookFault | null } | null
}

/** Every webhook, oldest first. Throws a `Refusal` where the actor may not see them. */
export async function listWebhooks(ctx: Context): Promise<Webhook[]> {
  assertAllowed(ctx, 'webhooks.see')
  return (await chosen(ctx)).map((row) => asSeen(row, ctx.now()))
}

/** One of them, or `null`. */
export async function findWebhook(ctx: Context, id: string): Promise<Webhook | null> {
  assertAllowed(ctx, 'webhooks.see')
  const [row] = await chosen(ctx, id)
  return row ? asSeen(row, ctx.now()) : null
}

const lastAttempt = z.object({
  at: z.coerce.date(),
  status: z.number().nullable(),
  fault: z.enum(webhookFaults).nullable(),
})

function chosen({ db }: Context, id?: string) {
  const waiting = sql`(
    select count(*)::int from webhook_deliveries d
    where d.endpoint_id = ${webhookEndpoints.id} and d.due_at is not null
  )`.mapWith(Number)
  // The newest deliveries alone: an attempt at an old one is not what one wants to know first.
  const last = readValue(
    lastAttempt,
    sql`(
    select json_build_object('at', a.at, 'status', a.status, 'fault', a.fault)
    from (
      select d.id from webhook_deliveries d where d.endpoint_id = ${webhookEndpoints.id} order by d.at desc, d.id limit 50
    ) newest
    join webhook_attempts a on a.delivery_id = newest.id
    order by a.at desc, a.id desc
    limit 1
  )`,
  )
  const campaignOf = sql<string | null>`case when ${campaigns.id} is not null then ${campaignName} end`
  return db
    .select({ endpoint: webhookEndpoints, campaign: campaignOf, waiting, last })
    .from(webhookEndpoints)
    .leftJoin(campaigns, eq(campaigns.id, webhookEndpoints.campaignId))
    .where(and(isNull(webhookEndpoints.removedAt), id === undefined ? undefined : eq(webhookEndpoints.id, id)))
    .orderBy(asc(webhookEndpoints.createdAt), asc(webhookEndpoints.id))
}

function asSeen({ endpoint, campaign, waiting, last }: Awaited<ReturnType<typeof chosen>>[number], now: Date): Webhook {
  const { id, host, events, createdAt, offAt, offReason, failingSince, secretMadeAt, oldSecretUntil } = endpoint
  return {
    id,
    url: endpoint.urlSealed ? unseal(endpoint.urlSealed, 'webhook-address', id) : '',
    host,
    campaign,
    events,
    createdAt,
    off: offAt && offReason && { at: offAt, why: offReason },
    failingSince,
    secretMadeAt,
    oldSecretUntil: oldSecretUntil && oldSecretUntil > now ? oldSecretUntil : null,
    waiting,
    last,
  }
}
