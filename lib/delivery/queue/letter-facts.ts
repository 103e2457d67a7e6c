import { asc, desc, eq } from 'drizzle-orm'
import {
  campaigns,
  constituencies,
  deliveryAttempts,
  deliveryBatches,
  letterEvents,
  letters,
  mailEvents,
  mps,
} from '@/db/schema/index'
import { campaignName } from '@/lib/content/campaign-name'
import type { Context } from '@/lib/kernel/context'
import { isId } from '@/lib/kernel/id'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/** Where a letter stands and how it came there, without its writer and without its text; `null` when there is none. */
export async function letterFacts(ctx: Context, id: string) {
  assertAllowed(ctx, 'letters.see')
  if (!isId(id)) return null
  const [letter] = await ctx.db
    .select({
      id: letters.id,
      campaign: campaignName,
      constituency: constituencies.name,
      mp: mps.name,
      placing: letters.placing,
      placedIn: letters.placedIn,
      state: letters.state,
      heldReason: letters.heldReason,
      round: letters.round,
      dueAt: letters.dueAt,
      createdAt: letters.createdAt,
      confirmedAt: letters.confirmedAt,
      acceptedAt: letters.acceptedAt,
      endedAt: letters.endedAt,
      complainedAt: letters.complainedAt,
      reflectedAt: letters.reflectedAt,
      notGenuineAt: letters.notGenuineAt,
      reviewRule: letters.reviewRule,
      networkHash: letters.networkHash,
      textSealed: letters.textSealed,
    })
    .from(letters)
    .innerJoin(campaigns, eq(campaigns.id, letters.campaignId))
    .innerJoin(constituencies, eq(constituencies.code, letters.constituencyCode))
    .leftJoin(mps, eq(mps.id, letters.mpId))
    .where(eq(letters.id, id))
  if (!letter) return null
  const { textSealed, networkHash, ...facts } = letter
  const [history, attempts, events] = await Promise.all([historyOf(ctx, id), attemptsOf(ctx, id), eventsOf(ctx, id)])
  return { ...facts, hasText: textSealed !== null, hasNetwork: networkHash !== null, history, attempts, events }
}

function historyOf({ db }: Context, id: string) {
  return db
    .select({
      id: letterEvents.id,
      state: letterEvents.state,
      reason: letterEvents.reason,
      note: letterEvents.note,
      at: letterEvents.at,
    })
    .from(letterEvents)
    .where(eq(letterEvents.letterId, id))
    .orderBy(asc(letterEvents.id))
}

function attemptsOf({ db }: Context, id: string) {
  return db
    .select({
      id: deliveryAttempts.id,
      transport: deliveryAttempts.transport,
      startedAt: deliveryAttempts.startedAt,
      endedAt: deliveryAttempts.endedAt,
      outcome: deliveryAttempts.outcome,
      providerId: deliveryAttempts.providerId,
      reason: deliveryAttempts.reason,
      asks: deliveryBatches.asks,
    })
    .from(deliveryAttempts)
    .innerJoin(deliveryBatches, eq(deliveryBatches.id, deliveryAttempts.batchId))
    .where(eq(deliveryAttempts.letterId, id))
    .orderBy(desc(deliveryAttempts.id))
}

function eventsOf({ db }: Context, id: string) {
  return db
    .select({ id: mailEvents.id, type: mailEvents.type, at: mailEvents.occurredAt, outcome: mailEvents.outcome })
    .from(mailEvents)
    .where(eq(mailEvents.letterId, id))
    .orderBy(asc(mailEvents.occurredAt))
}
