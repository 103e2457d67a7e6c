import { eq } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import { renderEmail } from '@/emails/render'
import { type WaitsFor, waitEndsEmail } from '@/emails/to-writer/wait-ends'
import { campaignSlugOf } from '@/lib/content/find-campaign'
import type { Context } from '@/lib/kernel/context'
import { lastingLink, makeLink } from '@/lib/kernel/secrets/tokens'
import { DAY } from '@/lib/kernel/time/durations'
import { heldWaitsFor, stateCourse } from '@/lib/letters/letter-states'
import { addressOf } from '@/lib/letters/link-addresses'
import { mailFacts, type WholeLetter } from '@/lib/letters/mail-facts'
import { mpOfLetter } from '@/lib/letters/proof/mp-of-letter'
import { sentLetter } from '@/lib/letters/sent-letter'
import { waitEnds, waitIsOver, writerKeptUntil } from '@/lib/letters/waiting/give-up-waiting'
import { everyPromise, promisedTo } from '@/lib/settings/keeping-periods'
import { mailWriter } from './mail-writer'

/** Tells a letter's writer that it will not wait much longer, if it still waits. */
export async function tellWaitEnds(ctx: Context, letterId: string): Promise<void> {
  const facts = await mailFacts(ctx, letterId)
  if (!facts || stateCourse[facts.letter.state] !== 'waits') return
  // Past it, the next purge ends it, and that is told.
  if (await waitIsOver(ctx, letterId)) return
  const { heldReason } = facts.letter
  await tellOfEnd(ctx, facts.letter, heldReason ? heldWaitsFor[heldReason] : 'turn')
}

/** Tells a letter's writer that its waiting has ended, or will soon, and what it waits for. */
export async function tellOfEnd(ctx: Context, letter: WholeLetter, waitsFor: WaitsFor): Promise<void> {
  const facts = await mailFacts(ctx, letter.id)
  if (!facts || !letter.confirmedAt) return
  const promises = await everyPromise(ctx)
  const [row] = await ctx.db
    .select({ at: waitEnds(promises), writerUntil: writerKeptUntil(promises) })
    .from(letters)
    .where(eq(letters.id, letter.id))
  const endsAt = letter.endedAt ?? row?.at ?? ctx.now()
  const { letterTextDays } = promisedTo(promises, letter.createdAt)
  const mp = await mpOfLetter(ctx, letter)
  const token = await makeLink(ctx, 'letter', { letterId: letter.id })
  const message = waitEndsEmail({
    ...facts.shared,
    mpName: mp?.name ?? null,
    waitsFor,
    confirmedAt: letter.confirmedAt,
    endsAt,
    hasEnded: letter.state === 'failed',
    erasedAt: erasedAt(ctx, endsAt.getTime() + letterTextDays * DAY, row?.writerUntil ?? null),
    letter: sentLetter(letter.person, letter.text, mp?.name ?? null),
    printUrl: addressOf(ctx).print(
      await campaignSlugOf(ctx, letter.campaignId),
      await lastingLink(ctx, 'print', letter.id),
    ),
    statusUrl: addressOf(ctx).status(token),
  })
  const what = letter.state === 'failed' ? 'failed' : 'wait-ends'
  await mailWriter(ctx, letter.id, what, {
    key: `${what} ${letter.id} ${letter.round}`,
    to: letter.person.email,
    ...(await renderEmail(message)),
  })
}

/** With its writer's data, where these go sooner. Where this is told late, the text goes once it has been told. */
function erasedAt({ now }: Context, textUntil: number, writerUntil: Date | null): Date {
  const first = writerUntil ? Math.min(textUntil, writerUntil.getTime()) : textUntil
  return new Date(Math.max(first, now().getTime()))
}
