import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { letterEvents, letters, type OwnWay, ownWays } from '@/db/schema/index'
import { type SentLetter, writerLines } from '@/emails/_components/sent-letter'
import { type Context, inTransaction } from '@/lib/kernel/context'
import type { OpenLetter } from '@/lib/letters/find'
import { moveLetter } from '@/lib/letters/move'

/** Whether a letter is its writer's to send: there is no way for ours to go, or it came back. Never while it might go yet. */
export function isTheirsToSend({ state, heldReason }: Pick<OpenLetter, 'state' | 'heldReason'>): boolean {
  return (state === 'held' && heldReason === 'no-email') || state === 'bounced' || state === 'failed'
}

/**
 * Keeps that a letter's writer has sent it themselves, as they say: that ends one that was held for it. Gives `false` where it was said before, or is not theirs to send.
 */
export function markSentByWriter(ctx: Context, letterId: string, way: OwnWay): Promise<boolean> {
  return inTransaction(ctx, async (inner) => {
    const mark = { sentByWriterAt: inner.now(), sentByWriterBy: way }
    const reason = `own-${way}`
    const posted = await moveLetter(inner, letterId, {
      from: ['held'],
      to: 'by-writer',
      heldFor: ['no-email'],
      reason,
      set: { ...mark, endedAt: inner.now() },
    })
    if (posted) return true
    const [marked] = await inner.db
      .update(letters)
      .set(mark)
      .where(
        and(eq(letters.id, letterId), isNull(letters.sentByWriterAt), inArray(letters.state, ['bounced', 'failed'])),
      )
      .returning({ state: letters.state })
    if (!marked) return false
    await inner.db.insert(letterEvents).values({ letterId, state: marked.state, reason, at: inner.now() })
    return true
  })
}

/** How many letters of a campaign their writers sent themselves, each way: none of them is among those we sent. */
export async function sentByWriters({ db }: Context, campaignId: string): Promise<Record<OwnWay, number>> {
  const rows = await db
    .select({ way: letters.sentByWriterBy, letters: sql`count(*)::int`.mapWith(Number) })
    .from(letters)
    .where(
      and(
        eq(letters.campaignId, campaignId),
        isNull(letters.chases),
        isNotNull(letters.sentByWriterAt),
        sql`${letters.state} <> 'withdrawn'`,
      ),
    )
    .groupBy(letters.sentByWriterBy)
  const counts = ownWays.map((way) => [way, rows.find((row) => row.way === way)?.letters ?? 0] as const)
  return { post: 0, 'e-mail': 0, ...Object.fromEntries(counts) }
}

/** What common e-mail programs take of an address to open, Windows handing over 2,083 characters at most. */
const MAILTO_MOST = 2000

/** The letter as one writes it into a program of one's own: with address, since MPs answer only constituents. */
export function ownMailText(written: SentLetter): string {
  const { salutation, body, signOff } = written
  // A program of one's own says by itself which address it is sent from.
  return [salutation, body, signOff, writerLines({ ...written, email: '' }).join('\n')].join('\n\n')
}

/** An address that opens one's own e-mail program with the letter in it; `null` where it is too long for that. */
export function mailtoOf(to: string, written: SentLetter): string | null {
  // Line ends are CR LF in a mailto (RFC 6068, section 5).
  const body = encodeURIComponent(ownMailText(written).replace(/\n/g, '\r\n'))
  const address = `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(written.subject)}&body=${body}`
  return address.length <= MAILTO_MOST ? address : null
}
