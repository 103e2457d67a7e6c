import { renderEmail } from '@/emails/render'
import { askAboutReplyEmail } from '@/emails/to-writer/ask-about-reply'
import { findMp } from '@/lib/directory/find-mp'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { makeLink } from '@/lib/kernel/secrets/tokens'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { findReply } from '@/lib/letters/find-reply'
import { askAboutReplyJob } from '@/lib/letters/jobs'
import { isTaken } from '@/lib/letters/letter-states'
import { addressOf } from '@/lib/letters/link-addresses'
import { mailFacts } from '@/lib/letters/mail-facts'
import { answersToChoose } from '@/lib/letters/reply-answers'
import { isOff } from '@/lib/settings/switches/is-off'
import { mailWriter, unsubscribeHeaders } from './mail-writer'

/**
 * Asks whether the MP has replied: on day 14, once more on day 21 if there was no answer, then never. While staff have
 * switched follow-ups off it waits, and looks again every hour.
 */
export async function askAboutReply(ctx: Context, letterId: string, again: boolean): Promise<void> {
  const facts = await mailFacts(ctx, letterId)
  if (!facts || !isTaken(facts.letter.state)) return
  if (!facts.letter.acceptedAt || !facts.letter.mpId || facts.letter.unsubscribedAt) return
  if (await findReply(ctx, letterId)) return
  if (await isOff(ctx, 'follow-ups')) {
    const runAt = new Date(ctx.now().getTime() + HOUR)
    return enqueue(ctx, askAboutReplyJob, { letterId, again }, { key: `reply ${letterId}`, runAt })
  }
  const mp = await findMp(ctx, facts.letter.mpId)
  const unsubscribeUrl = addressOf(ctx).unsubscribe(await makeLink(ctx, 'unsubscribe', { letterId }))
  const token = await makeLink(ctx, 'replied', { letterId })
  const message = askAboutReplyEmail({
    ...facts.shared,
    mpName: mp?.name ?? 'your MP',
    sentAt: facts.letter.acceptedAt,
    repliedUrl: addressOf(ctx).replied(token),
    answers: answersToChoose.map(({ value, label }) => ({ label, url: addressOf(ctx).replied(token, value) })),
    unsubscribeUrl,
    round: again ? 'last' : 'first',
  })
  await mailWriter(ctx, letterId, 'reply', {
    key: `reply ${letterId} ${again ? 'last' : 'first'}`,
    to: facts.letter.person.email,
    headers: unsubscribeHeaders(unsubscribeUrl),
    ...(await renderEmail(message)),
  })
  if (again) return
  const runAt = new Date(ctx.now().getTime() + 7 * DAY)
  await enqueue(ctx, askAboutReplyJob, { letterId, again: true }, { key: `reply ${letterId}`, runAt })
}
