import { and, desc, eq, isNull } from 'drizzle-orm'
import { deliveryAttempts, letterEvents, letters } from '@/db/schema'
import { enqueue } from '../../jobs/enqueue'
import type { Context } from '../../kernel/context'
import { acceptAttempt } from '../delivery/accept-attempt'
import { nextTry } from '../delivery/waits'
import { moveLetter } from '../move'
import type { MailEvent } from './input'

type Attempt = { id: number; letterId: string; round: number; mpId: string; outcome: string | null }

const PROVES_TAKEN = ['email.sent', 'email.delivered', 'email.delivery_delayed', 'email.bounced', 'email.complained']

/** Moves a letter as the mail service tells of it, in the caller's transaction. Gives what changed, or `null`. */
export async function applyToLetter(ctx: Context, attempt: Attempt, event: MailEvent): Promise<string | null> {
  let changed: string | null = null
  if (PROVES_TAKEN.includes(event.type) && attempt.outcome !== 'accepted') {
    await acceptAttempt(ctx, { ...attempt, providerId: event.providerId, reflected: false })
    changed = 'accepted'
  }
  if (event.type === 'email.complained') return complain(ctx, attempt.letterId)
  if (event.type === 'email.delivered') {
    const set = { endedAt: event.occurredAt ?? ctx.now() }
    const moved = await moveLetter(ctx, attempt.letterId, { from: ['accepted'], to: 'delivered', set })
    return moved ? 'delivered' : changed
  }
  return event.bounce ? ((await bounce(ctx, attempt, event)) ?? changed) : changed
}

async function bounce(ctx: Context, attempt: Attempt, { bounce: kind, said }: MailEvent): Promise<string | null> {
  const { letterId } = attempt
  const [letter] = await ctx.db
    .select({ round: letters.round, tries: letters.tries, since: letters.triedSince })
    .from(letters)
    .where(eq(letters.id, letterId))
  // What came back of an earlier sending says nothing about the one under way.
  if (!letter || letter.round !== attempt.round) return null
  const since = letter.since ?? ctx.now()
  const dueAt = kind === 'hard' ? null : nextTry(ctx.now(), letter.tries, since)
  const from = ['accepted' as const, 'delivered' as const]
  const reason = kind === 'hard' ? 'hard-bounce' : kind === 'full' ? 'mailbox-full' : 'soft-bounce'
  if (dueAt) {
    const set = { dueAt, triedSince: since, tries: letter.tries + 1, round: letter.round + 1, endedAt: null }
    return (await moveLetter(ctx, letterId, { from, to: 'queued', reason, note: said, set })) ? 'queued' : null
  }
  const moved = await moveLetter(ctx, letterId, {
    from,
    to: 'bounced',
    reason,
    note: said,
    set: { endedAt: ctx.now() },
  })
  if (!moved) return null
  await enqueue(ctx, 'tell-failed', { letterId }, { key: `failed ${letterId}` })
  await enqueue(ctx, 'alert-staff', {}, { key: 'alert staff' })
  return 'bounced'
}

/** An office that calls the letter unwanted: nothing can be taken back, but staff must know. */
async function complain(ctx: Context, letterId: string): Promise<string | null> {
  const [row] = await ctx.db
    .update(letters)
    .set({ complainedAt: ctx.now() })
    .where(and(eq(letters.id, letterId), isNull(letters.complainedAt)))
    .returning({ state: letters.state })
  if (!row) return null
  await ctx.db.insert(letterEvents).values({ letterId, state: row.state, reason: 'complained', at: ctx.now() })
  await enqueue(ctx, 'alert-staff', {}, { key: 'alert staff' })
  return 'complained'
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
      ? and(eq(deliveryAttempts.letterId, letter), eq(deliveryAttempts.round, Number(round) || 1))
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
      })
      .from(deliveryAttempts)
      .where(where)
      .orderBy(desc(deliveryAttempts.id))
      .limit(1)
    if (row) return row
  }
  return null
}

/** Whether a tag can be an id of ours: the database would throw at anything else. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
