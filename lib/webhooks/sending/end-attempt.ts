import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { webhookAttempts, webhookDeliveries, webhookEndpoints } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { seal } from '@/lib/kernel/secrets/crypto'
import { DAY } from '@/lib/kernel/time/durations'
import type { LeasedDelivery } from './lease-deliveries'
import type { Posted } from './post'
import { responseToStore } from './response-to-store'
import { nextTry } from './retry-backoff'
import { switchOff } from './switch-off'

/** Days of failures alone after which an endpoint is switched off. */
export const FAILING_DAYS = 5
/** A message must have been tried so often before its failing counts for that: one hiccup after quiet weeks does not. */
const FAILING_TRIES = 5

type Attempt = Posted & { at: Date; personal: string[] }

/** Writes down how an attempt ended, and what follows. `null`: there was nothing to send. */
export function endAttempt(
  ctx: Context,
  endpointId: string,
  leased: LeasedDelivery,
  attempt: Attempt | null,
): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    if (!(await isThere(inner, leased))) return
    if (attempt) await writeAttempt(inner, leased, attempt)
    await endOrWait(inner, leased, attempt)
    if (!attempt) return
    if (!attempt.fault) await noteSuccess(inner, endpointId)
    else if (attempt.fault === 'gone') await switchOff(inner, endpointId, 'gone')
    else if (leased.event !== 'webhook.test') await noteFailure(inner, endpointId, leased)
  })
}

/** Of a webhook that was removed meanwhile nothing is written down any more. */
async function isThere({ db }: Context, { id }: LeasedDelivery): Promise<boolean> {
  const rows = await db
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.id, id))
    .for('update')
  return rows.length > 0
}

async function writeAttempt({ db }: Context, { id }: LeasedDelivery, attempt: Attempt): Promise<void> {
  const { at, durationMs, status, fault, answer, personal } = attempt
  const stored = fault ? responseToStore(answer, personal) : ''
  const [made] = await db
    .insert(webhookAttempts)
    .values({ deliveryId: id, at, durationMs, status, fault })
    .returning({ id: webhookAttempts.id })
  if (!made || !stored) return
  const answerSealed = seal(stored, 'webhook-answer', String(made.id))
  await db.update(webhookAttempts).set({ answerSealed }).where(eq(webhookAttempts.id, made.id))
}

async function endOrWait(ctx: Context, leased: LeasedDelivery, attempt: Attempt | null): Promise<void> {
  // A test is for somebody who waits: it is tried once.
  const isTest = leased.event === 'webhook.test'
  const dueAt = attempt?.fault && !isTest ? nextTry(leased.tries, ctx.now()) : null
  const outcome = attempt ? (attempt.fault ? 'failed' : 'delivered') : 'dropped'
  await ctx.db
    .update(webhookDeliveries)
    .set({ leaseUntil: null, ...(dueAt ? { dueAt } : { dueAt: null, endedAt: ctx.now(), outcome }) })
    // What was meanwhile delivered by another, or asked for anew by staff, stays as it is.
    .where(and(eq(webhookDeliveries.id, leased.id), eq(webhookDeliveries.leaseUntil, leased.leaseUntil)))
}

async function noteSuccess({ db }: Context, id: string): Promise<void> {
  await db
    .update(webhookEndpoints)
    .set({ failingSince: null })
    .where(and(eq(webhookEndpoints.id, id), isNotNull(webhookEndpoints.failingSince)))
}

async function noteFailure(ctx: Context, id: string, { tries }: LeasedDelivery): Promise<void> {
  await ctx.db
    .update(webhookEndpoints)
    .set({ failingSince: ctx.now() })
    .where(and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.failingSince)))
  if (tries < FAILING_TRIES) return
  const long = sql`${webhookEndpoints.failingSince} <= ${new Date(ctx.now().getTime() - FAILING_DAYS * DAY).toISOString()}`
  await switchOff(ctx, id, 'failing', long)
}
