import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { mailEvents } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { moveLetter } from '@/lib/letters/move'
import type { Attempt } from './find-attempt'
import type { ToldOf } from './find-letter'
import type { MailEvent } from './input'

/**
 * The service delivered a letter. Where it had told of a passing fault before, that was an automatic answer, or it
 * got through after all: the letter is not held for it any longer, nor sent once more. Word of delivery that comes
 * after a permanent bounce undoes nothing.
 */
export async function delivered(
  ctx: Context,
  attempt: Attempt,
  letter: ToldOf,
  event: MailEvent,
): Promise<'delivered' | null> {
  const set = { endedAt: event.occurredAt ?? ctx.now(), dueAt: null }
  const move = { to: 'delivered' as const, set }
  if (await moveLetter(ctx, letter.id, { ...move, from: ['accepted'], inRound: attempt.round })) return 'delivered'
  if (await cameBackForGood(ctx, attempt)) return null
  const heldFor = ['returned' as const, 'blocked' as const]
  if (await moveLetter(ctx, letter.id, { ...move, from: ['held'], heldFor, inRound: attempt.round })) return 'delivered'
  return (await isToGoOnceMore(ctx, attempt, letter)) &&
    (await moveLetter(ctx, letter.id, { ...move, from: ['queued'], set: { ...set, round: attempt.round } }))
    ? 'delivered'
    : null
}

async function cameBackForGood({ db }: Context, { letterId, providerId }: Attempt): Promise<boolean> {
  const [row] = await db
    .select({ id: mailEvents.id })
    .from(mailEvents)
    .where(
      and(
        eq(mailEvents.letterId, letterId),
        providerId ? or(eq(mailEvents.providerId, providerId), isNull(mailEvents.providerId)) : undefined,
        sql`(${mailEvents.detail} ->> 'permanent')::boolean`,
      ),
    )
    .limit(1)
  return row !== undefined
}

/** Whether the sending after this one was begun by nobody: it waits because the mailbox was full. */
async function isToGoOnceMore({ db }: Context, attempt: Attempt, letter: ToldOf): Promise<boolean> {
  if (letter.state !== 'queued' || letter.round !== attempt.round + 1 || !letter.wasFull) return false
  const [row] = await readRows(
    db,
    z.object({ reason: z.string().nullable() }),
    sql`select reason from letter_events where letter_id = ${letter.id} and state = 'queued' order by id desc limit 1`,
  )
  return row?.reason === 'mailbox-full'
}
