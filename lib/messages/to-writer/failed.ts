import { and, desc, eq, sql } from 'drizzle-orm'
import { letterEvents } from '@/db/schema/index'
import { renderEmail } from '@/emails/render'
import { couldNotBeDeliveredEmail, type UndeliveredReason } from '@/emails/to-writer/could-not-be-delivered'
import { campaignSlugOf } from '@/lib/content/find-campaign'
import type { Context } from '@/lib/kernel/context'
import { lastingLink, makeLink } from '@/lib/kernel/secrets/tokens'
import { waitedFor } from '@/lib/letters/letter-states'
import { addressOf } from '@/lib/letters/link-addresses'
import { mailFacts } from '@/lib/letters/mail-facts'
import { mpOfLetter } from '@/lib/letters/proof/mp-of-letter'
import { sentLetter } from '@/lib/letters/sent-letter'
import { mailWriter } from './mail-writer'
import { tellOfEnd } from './wait-ends'

/** Tells the supporter that the letter failed or came back, with the true reason and their text. */
export async function tellFailed(ctx: Context, letterId: string): Promise<void> {
  const facts = await mailFacts(ctx, letterId)
  if (!facts || !['failed', 'bounced'].includes(facts.letter.state)) return
  const { letter, shared } = facts
  const [end] = await ctx.db
    .select({ reason: letterEvents.reason, note: letterEvents.note, at: letterEvents.at })
    .from(letterEvents)
    .where(and(eq(letterEvents.letterId, letterId), eq(letterEvents.state, letter.state), isMove))
    .orderBy(desc(letterEvents.id))
    .limit(1)
  const waited = /^waited-(.+)$/.exec(end?.reason ?? '')?.[1]
  if (waited) return tellOfEnd(ctx, letter, waitedFor(waited))
  const mp = await mpOfLetter(ctx, letter)
  const token = await makeLink(ctx, 'letter', { letterId })
  const message = couldNotBeDeliveredEmail({
    ...shared,
    mpName: mp?.name ?? 'your MP',
    letter: sentLetter(letter.person, letter.text, mp?.name ?? null),
    reason: reasonOf(end?.reason ?? null, end?.note ?? '', letter.acceptedAt !== null),
    serverSaid: end?.note ?? null,
    triedAt: end?.at ?? ctx.now(),
    printUrl: addressOf(ctx).print(
      await campaignSlugOf(ctx, letter.campaignId),
      await lastingLink(ctx, 'print', letterId),
    ),
    statusUrl: addressOf(ctx).status(token),
  })
  await mailWriter(ctx, letterId, 'failed', {
    key: `failed ${letterId} ${letter.round}`,
    to: letter.person.email,
    ...(await renderEmail(message)),
  })
}

/** Rows of the history that say how a letter moved, and not what else was heard or said of it. */
const isMove = sql`coalesce(${letterEvents.reason}, '') not in ('noted', 'complained', 'own-post', 'own-e-mail')`

function reasonOf(reason: string | null, said: string, wasTaken: boolean): UndeliveredReason {
  switch (reason) {
    case 'gave-up':
    case 'refused':
    case 'mailbox-full':
    case 'suppressed':
      return reason
    case 'staff':
      return wasTaken ? 'staff-after-sending' : 'staff'
    case 'soft-bounce':
      return 'gave-up'
    case 'hard-bounce':
      // Enhanced status codes for an address that there is not (RFC 3463 3.2).
      return /\b5\.1\.[0-3]\b|no such|does(n.t| not) exist|unknown user|user unknown/i.test(said)
        ? 'no-such-address'
        : 'refused'
    default:
      return 'unknown'
  }
}
