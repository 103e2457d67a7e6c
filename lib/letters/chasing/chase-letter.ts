import { eq } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { lastingLink } from '@/lib/kernel/secrets/tokens'
import { queueOrHold } from '@/lib/letters/confirming/queue-or-hold'
import { findLetter } from '@/lib/letters/find'
import type { LetterWords } from '@/lib/letters/input'
import { originOf } from '@/lib/letters/review/origin-hash'
import { sealText } from '@/lib/letters/sealed-text'
import { storeNewLetter } from '@/lib/letters/store-new'
import { withFirstBelow } from './chase-words'
import { type Chase, mayBeChased, type Unanswered } from './may-be-chased'

type Written = {
  words: LetterWords
  /** The network that it was submitted from; empty where that is not known. */
  network?: string
  /** Limits are lifted for the caller: no rule that counts letters holds it. */
  lifted?: boolean
}

/** The token of the second letter's own page; or why there is none. */
export type Chased = { token: string } | Extract<Chase, { kind: 'cannot' }>

/**
 * Sends a second letter after one that was not answered, with the first below it, through the same review, queue and ledger;
 * in one transaction. Whoever asks twice is led to the one that there is. Its writer has confirmed their address with the
 * first, and comes by a link that only their mailbox has: nothing is confirmed anew.
 */
export function chaseLetter(ctx: Context, firstId: string, written: Written): Promise<Chased> {
  return inTransaction(ctx, async (inner) => {
    // Two that ask at once wait here for one another, and for an erasure of the first.
    await inner.db.select({ id: letters.id }).from(letters).where(eq(letters.id, firstId)).for('update')
    const first = await findLetter(inner, firstId)
    const chase: Chase = first ? await mayBeChased(inner, first) : { kind: 'cannot', why: 'erased' }
    if (chase.kind === 'cannot') return chase
    const letterId = chase.kind === 'done' ? chase.letterId : await store(inner, chase.first, written)
    return { token: await lastingLink(inner, 'letter', letterId) }
  })
}

async function store(
  ctx: Context,
  first: Unanswered,
  { words, network = '', lifted = false }: Written,
): Promise<string> {
  const letterId = crypto.randomUUID()
  const { subject, body } = words
  const [row] = await ctx.db
    .select({ asks: letters.asks, wording: letters.wording, sourceId: letters.sourceId })
    .from(letters)
    .where(eq(letters.id, first.id))
  if (!row) throw new Error(`The letter ${first.id} has gone.`)
  await storeNewLetter(ctx, {
    ...row,
    id: letterId,
    campaignId: first.campaignId,
    versionId: first.versionId,
    supporterId: first.supporterId,
    chases: first.id,
    constituencyCode: first.constituencyCode,
    placing: first.placing,
    placedIn: first.placedIn,
    // Nearly all of it is the first letter. No sketch: what is offered for it would make those who chase look alike.
    ownShare: first.ownShare,
    textSealed: sealText({ ...first.text, subject, body: withFirstBelow(body, first) }, letterId),
    ...(await originOf(ctx, { network, email: first.person.email })),
    reflectedAt: first.reflectedAt,
  })
  const letter = await findLetter(ctx, letterId)
  if (!letter) throw new Error(`The letter ${letterId} was not stored.`)
  await queueOrHold(ctx, letter, lifted)
  return letterId
}
