import { and, eq, max } from 'drizzle-orm'
import { letterEvents } from '@/db/schema'
import { letterToMpEmail } from '@/emails/letter-to-mp'
import { renderEmail } from '@/emails/render'
import type { Mp } from '../directory/lookup'
import { enqueue } from '../jobs/enqueue'
import { type Context, inTransaction } from '../kernel/context'
import { makeLink } from '../kernel/tokens'
import { sendMail } from '../mailer/send'
import { addressOf } from './addresses'
import { mailFacts, type WholeLetter } from './mail-facts'
import { moveLetter } from './move'
import { type Obstacle, obstacle } from './obstacle'
import { inTurn } from './pace'
import { sentLetter } from './sent-letter'

const DAY = 24 * 60 * 60 * 1000
const GIVE_UP_DAYS = 7

/**
 * Sends one letter to whoever sits for its seat at this moment. Gives when to come back where the
 * hour or the MP's pace says later, else `null`. Throws when the mail service does not take it: the
 * job tries again with growing waits, for a week.
 */
export async function deliverLetter(ctx: Context, letterId: string): Promise<Date | null> {
  const facts = await mailFacts(ctx, letterId)
  if (!facts || !['queued', 'sending'].includes(facts.letter.state)) return null
  const { seat } = facts
  const heldReason = obstacle(seat)
  if (heldReason || !seat.mp?.email) {
    await hold(ctx, letterId, heldReason ?? 'no-email')
    return null
  }
  const to = { ...seat.mp, email: seat.mp.email }
  return inTurn(ctx, seat.code, () => send(ctx, facts.letter, to))
}

async function send(ctx: Context, letter: WholeLetter, mp: Mp & { email: string }): Promise<void> {
  if (letter.state === 'queued' && !(await moveLetter(ctx, letter.id, { from: ['queued'], to: 'sending' }))) return
  const verifyUrl = addressOf.verify(await makeLink(ctx, 'verify', { letterId: letter.id }))
  const written = sentLetter(letter.person, letter.text, mp.name)
  try {
    await sendMail({
      key: `letter ${letter.id}`,
      to: mp.email,
      fromName: letter.person.name,
      replyTo: letter.person.email,
      ...(await renderEmail(letterToMpEmail({ letter: written, verifyUrl }))),
    })
  } catch (error) {
    if (await gaveUp(ctx, letter.id)) return
    throw error
  }
  await accept(ctx, letter.id, mp.id)
}

function accept(ctx: Context, letterId: string, mpId: string): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const acceptedAt = inner.now()
    const moved = await moveLetter(inner, letterId, { from: ['sending'], to: 'accepted', set: { acceptedAt, mpId } })
    if (!moved) return
    await enqueue(inner, 'send-copy', { letterId }, { key: `copy ${letterId}` })
    const runAt = new Date(acceptedAt.getTime() + 14 * DAY)
    await enqueue(inner, 'ask-about-reply', { letterId, again: false }, { key: `reply ${letterId}`, runAt })
  })
}

function hold(ctx: Context, letterId: string, heldReason: Obstacle): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const held = await moveLetter(inner, letterId, { from: ['queued', 'sending'], to: 'held', heldReason })
    if (held) await enqueue(inner, 'tell-held', { letterId }, { key: `held ${letterId} ${heldReason}` })
  })
}

/** After a week of refusals the letter has failed, and its writer is told. */
function gaveUp(ctx: Context, letterId: string): Promise<boolean> {
  return inTransaction(ctx, async (inner) => {
    // From the first try: a letter may have waited long for its turn, or for an MP.
    const [begun] = await inner.db
      .select({ at: max(letterEvents.at) })
      .from(letterEvents)
      .where(and(eq(letterEvents.letterId, letterId), eq(letterEvents.state, 'sending')))
    const tried = inner.now().getTime() - (begun?.at ?? inner.now()).getTime()
    if (tried < GIVE_UP_DAYS * DAY) return false
    await moveLetter(inner, letterId, {
      from: ['sending'],
      to: 'failed',
      reason: 'gave-up',
      set: { endedAt: inner.now() },
    })
    await enqueue(inner, 'tell-failed', { letterId }, { key: `failed ${letterId}` })
    return true
  })
}
