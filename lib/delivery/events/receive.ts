import { eq } from 'drizzle-orm'
import { letters, mailEvents, sentMails } from '@/db/schema/index'
import { alertStaffJob } from '@/lib/delivery/alerts/raise-alerts'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { isId } from '@/lib/kernel/id'
import { isSenderBlock } from '@/lib/mailer/is-block-of-sender'
import { applyToLetter } from './apply-to-letter'
import { attemptOf } from './find-attempt'
import type { MailEvent } from './input'
import { noteBounce, noteComplaint } from './writer-mail-bounced'

/** What became of an event: `repeated` when it had been taken before, `kept` when it changed nothing. */
export type EventReceived = 'repeated' | 'kept' | 'applied'

/** Takes one event of the mail service, known by the service's id for it: once, and whatever the order. */
export function receiveMailEvent(ctx: Context, id: string, event: MailEvent): Promise<EventReceived> {
  return inTransaction(ctx, async (inner) => {
    const receivedAt = inner.now()
    const [stored] = await inner.db
      .insert(mailEvents)
      .values({
        id,
        type: event.type,
        providerId: event.providerId,
        detail: { bounce: event.bounce, permanent: event.permanent, report: event.report, said: event.said },
        occurredAt: event.occurredAt ?? receivedAt,
        receivedAt,
      })
      .onConflictDoNothing()
      .returning({ id: mailEvents.id })
    if (!stored) return 'repeated'
    const { letterId, outcome } = await apply(inner, event)
    await inner.db.update(mailEvents).set({ letterId, outcome }).where(eq(mailEvents.id, id))
    return outcome && outcome !== 'noted' ? 'applied' : 'kept'
  })
}

type Applied = { letterId: string | null; outcome: string | null }

async function apply(ctx: Context, event: MailEvent): Promise<Applied> {
  const attempt = await attemptOf(ctx, event)
  if (attempt) return { letterId: attempt.letterId, outcome: await applyToLetter(ctx, attempt, event) }
  const letterId = await writersLetter(ctx, event)
  if (!letterId) return { letterId: null, outcome: null }
  if (event.bounce === 'hard' || event.bounce === 'suppressed') {
    const outcome = await writersMailCameBack(ctx, letterId, event)
    return { letterId, outcome }
  }
  if (event.type !== 'email.complained') return { letterId, outcome: null }
  await noteComplaint(ctx, letterId)
  return { letterId, outcome: 'complained' }
}

/** Where their mail service will have nothing from our sender, that says nothing about the writer's address. */
async function writersMailCameBack(ctx: Context, letterId: string, event: MailEvent): Promise<'bounced' | 'blocked'> {
  if (event.bounce === 'hard' && isSenderBlock(event.said)) {
    await enqueue(ctx, alertStaffJob, {}, { key: 'alert staff' })
    return 'blocked'
  }
  await noteBounce(ctx, letterId)
  return 'bounced'
}

/** The letter to whose writer the message went; none where it went to an address that they have replaced since. */
async function writersLetter(ctx: Context, event: MailEvent): Promise<string | null> {
  const letterId = await letterOfMail(ctx, event)
  const { address } = event.tags
  if (!letterId || address === undefined) return letterId
  const [row] = await ctx.db.select({ changes: letters.emailChanges }).from(letters).where(eq(letters.id, letterId))
  return row && String(row.changes) === address ? letterId : null
}

async function letterOfMail({ db }: Context, { providerId, tags }: MailEvent): Promise<string | null> {
  if (providerId) {
    const [sent] = await db
      .select({ letterId: sentMails.letterId })
      .from(sentMails)
      .where(eq(sentMails.providerId, providerId))
    if (sent) return sent.letterId
  }
  const { letter, kind } = tags
  if (!letter || !kind || kind === 'letter' || !isId(letter)) return null
  const [row] = await db.select({ id: letters.id }).from(letters).where(eq(letters.id, letter))
  return row?.id ?? null
}
