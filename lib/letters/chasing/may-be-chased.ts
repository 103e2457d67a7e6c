import { and, eq } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import { campaignSlugOf, findCampaign, isClosedToWriting } from '@/lib/content/find-campaign'
import { findSeat, type Mp } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { DAY } from '@/lib/kernel/time/durations'
import { DAYS_FOR_A_REPLY } from '@/lib/letters/days-for-a-reply'
import type { OpenLetter } from '@/lib/letters/find'
import { isTaken } from '@/lib/letters/letter-states'
import type { WholeLetter } from '@/lib/letters/mail-facts'
import { whyNotEmailed } from '@/lib/letters/printed/why-not-emailed'
import { isOff } from '@/lib/settings/switches/is-off'

/** A letter that can be chased, with what a second one rests on. */
export type Unanswered = WholeLetter & { acceptedAt: Date }

export type WhyNotChased = 'itself-a-chase' | 'not-sent' | 'too-soon' | 'erased' | 'another-mp' | 'no-email' | 'closed'

/** Whether a second letter can go after this one, which has been chased already, or why it cannot be. */
export type Chase =
  | { kind: 'can'; first: Unanswered; mp: Mp }
  | { kind: 'done'; letterId: string }
  | { kind: 'cannot'; why: WhyNotChased }

/**
 * Whether a letter may be chased now: it was taken at least 14 days ago and has not come back, its text still stands, the
 * same MP sits and has an e-mail address, and its campaign takes letters. Whether it was answered its writer says.
 */
export async function mayBeChased(ctx: Context, letter: OpenLetter): Promise<Chase> {
  if (letter.chases) return { kind: 'cannot', why: 'itself-a-chase' }
  const [chase] = await ctx.db.select({ id: letters.id }).from(letters).where(eq(letters.chases, letter.id))
  if (chase) return { kind: 'done', letterId: chase.id }
  if (!isTaken(letter.state) || letter.notGenuineAt) return { kind: 'cannot', why: 'not-sent' }
  if (!isUnanswered(letter)) return { kind: 'cannot', why: 'erased' }
  if (ctx.now().getTime() - letter.acceptedAt.getTime() < DAYS_FOR_A_REPLY * DAY)
    return { kind: 'cannot', why: 'too-soon' }
  const campaign = await findCampaign(ctx, await campaignSlugOf(ctx, letter.campaignId))
  if (!campaign || isClosedToWriting(campaign, ctx.now()) || (await isOff(ctx, 'sign-ups')))
    return { kind: 'cannot', why: 'closed' }
  const seat = await findSeat(ctx, letter.constituencyCode)
  if (!seat?.mp || seat.mp.id !== letter.mpId) return { kind: 'cannot', why: 'another-mp' }
  return whyNotEmailed(seat, ctx.now())
    ? { kind: 'cannot', why: 'no-email' }
    : { kind: 'can', first: letter, mp: seat.mp }
}

function isUnanswered(letter: OpenLetter): letter is Unanswered {
  return letter.person !== null && letter.text !== null && letter.acceptedAt !== null
}

/** Whether a letter that chases another would go to somebody else than the first has gone to. */
export async function isOfAnotherMp(
  { db }: Context,
  { chases }: Pick<OpenLetter, 'chases'>,
  mpId: string,
): Promise<boolean> {
  if (!chases) return false
  const [first] = await db
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.id, chases), eq(letters.mpId, mpId)))
  return first === undefined
}
