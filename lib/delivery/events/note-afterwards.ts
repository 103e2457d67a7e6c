import { and, count, eq } from 'drizzle-orm'
import { letterEvents } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import type { ToldOf } from './find-letter'
import type { MailEvent } from './input'
import { reportedWords } from './input'

/** What stands in a letter's history; the rest is among the events of the mail service alone. */
const NOTED_MOST = 20
/** What every letter has, and in whatever order it comes. */
const ORDINARY = ['email.sent', 'email.scheduled', 'email.received']

/**
 * What the service tells of a letter once nothing is to come of it: an automatic answer after delivery, a delay, that
 * it was opened. It stands in the letter's history, for staff, and changes nothing.
 */
export async function noteAfterwards(ctx: Context, letter: ToldOf, event: MailEvent): Promise<'noted' | null> {
  const { id: letterId, state } = letter
  const isOver = state === 'delivered' || event.bounce !== null
  if (!isOver || state === 'withdrawn' || ORDINARY.includes(event.type)) return null
  const noted = and(eq(letterEvents.letterId, letterId), eq(letterEvents.reason, 'noted'))
  const [row] = await ctx.db.select({ many: count() }).from(letterEvents).where(noted)
  if ((row?.many ?? 0) >= NOTED_MOST) return null
  await ctx.db
    .insert(letterEvents)
    .values({ letterId, state, reason: 'noted', note: reportedWords(event), at: ctx.now() })
  return 'noted'
}
