import { and, desc, eq } from 'drizzle-orm'
import { deliveryAttempts } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { isId } from '@/lib/kernel/id'
import type { MailEvent } from './input'

/** A call to the mail service that took a letter, or may have: what an event is about. */
export type Attempt = {
  id: number
  letterId: string
  round: number
  mpId: string
  outcome: string | null
  providerId: string | null
  startedAt: Date
}

/** The attempt that an event is about: by the service's name for it, else by what we had written on the message. */
export async function attemptOf(
  { db }: Context,
  event: Pick<MailEvent, 'providerId' | 'tags'>,
): Promise<Attempt | null> {
  const { letter, kind, round } = event.tags
  const byProvider = event.providerId ? eq(deliveryAttempts.providerId, event.providerId) : undefined
  const byTags =
    kind === 'letter' && letter && isId(letter)
      ? and(eq(deliveryAttempts.letterId, letter), eq(deliveryAttempts.round, roundOf(round)))
      : undefined
  for (const where of [byProvider, byTags]) {
    if (!where) continue
    const [row] = await db
      .select({
        id: deliveryAttempts.id,
        letterId: deliveryAttempts.letterId,
        round: deliveryAttempts.round,
        mpId: deliveryAttempts.mpId,
        outcome: deliveryAttempts.outcome,
        providerId: deliveryAttempts.providerId,
        startedAt: deliveryAttempts.startedAt,
      })
      .from(deliveryAttempts)
      .where(where)
      .orderBy(desc(deliveryAttempts.id))
      .limit(1)
    if (row) return row
  }
  return null
}

function roundOf(tag: string | undefined): number {
  return tag && /^\d{1,4}$/.test(tag) ? Number(tag) : 1
}
