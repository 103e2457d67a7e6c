import { and, eq, isNull } from 'drizzle-orm'
import { webhookDeliveries, webhookEndpoints } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { unseal } from '@/lib/kernel/secrets/crypto'
import { endAttempt } from './end-attempt'
import type { LeasedDelivery } from './lease-deliveries'
import { bodyOf } from './payload'
import { postWebhook, type Sending } from './post'
import { signedHeaders } from './sign'

/**
 * Makes one attempt at a delivery that was claimed, and writes down how it ended. Broken off by `signal` it is left as
 * it was, to be made again under the same id.
 */
export async function deliver(
  ctx: Context,
  endpointId: string,
  leased: LeasedDelivery,
  { signal, ...sending }: Sending & { signal: AbortSignal },
): Promise<void> {
  const endpoint = await openEndpoint(ctx, endpointId)
  const body = endpoint && (await bodyOf(ctx, leased))
  if (!body) return endAttempt(ctx, endpointId, leased, null)
  const at = ctx.now()
  const headers = signedHeaders(`msg_${leased.id}`, body.text, endpoint, at)
  try {
    const posted = await postWebhook({ ...sending, env: ctx.env, url: endpoint.url, headers, body: body.text, signal })
    await endAttempt(ctx, endpointId, leased, { ...posted, at, personal: body.personal })
  } catch (error) {
    if (!signal.aborted) throw error
    await giveBack(ctx, leased)
  }
}

async function openEndpoint({ db }: Context, id: string) {
  const [row] = await db
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.removedAt)))
  if (!row?.urlSealed || !row.secretSealed) return null
  return {
    url: unseal(row.urlSealed, 'webhook-address', row.id),
    webhookId: row.id,
    secretSealed: row.secretSealed,
    oldSecretSealed: row.oldSecretSealed,
    oldSecretUntil: row.oldSecretUntil,
  }
}

async function giveBack({ db }: Context, { id, tries, leaseUntil }: LeasedDelivery): Promise<void> {
  await db
    .update(webhookDeliveries)
    .set({ leaseUntil: null, tries: tries - 1 })
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.leaseUntil, leaseUntil)))
}
