import type { HeldReason } from '@/db/schema/index'
import { alertStaffJob } from '@/lib/delivery/alerts/raise-alerts'
import { noteSenderBlock } from '@/lib/delivery/blocks/domains-that-block-us'
import { tellBlocked } from '@/lib/delivery/blocks/hold-what-waits'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { tellFailedJob, tellHeldJob } from '@/lib/letters/jobs'
import { takenStates } from '@/lib/letters/letter-states'
import { moveLetter } from '@/lib/letters/move'
import { isSenderBlock } from '@/lib/mailer/is-block-of-sender'
import type { Attempt } from './find-attempt'
import type { ToldOf } from './find-letter'
import type { MailEvent } from './input'
import { reportedWords } from './input'

/** A full mailbox is looked at by its owner within a day, mostly. */
const ONCE_MORE_MS = DAY
/** An automatic answer can overtake the word of delivery: it is given time to come. */
const TELL_AFTER_MS = HOUR

type Told = { attempt: Attempt; letter: ToldOf; event: MailEvent }

/**
 * The service tells that a letter came back. Before it was called delivered, that is the end of what the service
 * could do: only a full mailbox is tried once more by itself. Afterwards nothing counts but that it came back for
 * good. Gives what changed; `null` where nothing did.
 */
export async function cameBack(
  ctx: Context,
  attempt: Attempt,
  letter: ToldOf,
  event: MailEvent,
): Promise<string | null> {
  if (!letter.isPresent) return null
  if (letter.state === 'delivered' && !event.permanent) return null
  const told = { attempt, letter, event }
  if (event.bounce !== 'suppressed' && isSenderBlock(event.said)) return block(ctx, told)
  if (event.bounce === 'returned') return hold(ctx, told, 'returned')
  if (event.bounce !== 'full') return end(ctx, told, event.bounce === 'hard' ? 'hard-bounce' : 'suppressed')
  return letter.state === 'delivered' || letter.wasFull ? end(ctx, told, 'mailbox-full') : sendOnceMore(ctx, told)
}

async function sendOnceMore(ctx: Context, { letter, event }: Told): Promise<string | null> {
  const set = {
    dueAt: new Date(ctx.now().getTime() + ONCE_MORE_MS),
    round: letter.round + 1,
    tries: 0,
    triedSince: null,
    endedAt: null,
  }
  const move = { from: ['accepted' as const], to: 'queued' as const, reason: 'mailbox-full', note: event.said, set }
  return (await moveLetter(ctx, letter.id, move)) ? 'queued' : null
}

async function end(
  ctx: Context,
  { letter: { id: letterId }, event }: Told,
  reason: 'hard-bounce' | 'suppressed' | 'mailbox-full',
): Promise<string | null> {
  const set = { endedAt: ctx.now(), dueAt: null }
  const bounced = { to: 'bounced' as const, reason, note: event.said, set }
  const moved =
    (await moveLetter(ctx, letterId, { ...bounced, from: takenStates })) ||
    (await moveLetter(ctx, letterId, { ...bounced, from: ['held'], heldFor: ['returned'] }))
  if (!moved) return null
  await enqueue(ctx, tellFailedJob, { letterId }, { key: `failed ${letterId}` })
  await enqueue(ctx, alertStaffJob, {}, { key: 'alert staff' })
  return 'bounced'
}

async function hold(
  ctx: Context,
  { letter, event }: Told,
  heldReason: Extract<HeldReason, 'returned' | 'blocked'>,
): Promise<string | null> {
  const { id: letterId } = letter
  // After delivery it came here only by what is permanent.
  const from = takenStates
  const set = { endedAt: null, dueAt: null }
  const note = reportedWords(event)
  const held = { to: 'held' as const, heldReason, note, set }
  const moved =
    (await moveLetter(ctx, letterId, { ...held, from })) ||
    (heldReason === 'blocked' && (await moveLetter(ctx, letterId, { ...held, from: ['held'], heldFor: ['returned'] })))
  if (!moved) return null
  const runAt = new Date(ctx.now().getTime() + TELL_AFTER_MS)
  if (heldReason === 'returned')
    await enqueue(ctx, tellHeldJob, { letterId }, { key: `held ${letterId} returned`, runAt })
  await enqueue(ctx, alertStaffJob, {}, { key: 'alert staff' })
  return 'held'
}

async function block(ctx: Context, told: Told): Promise<string | null> {
  const { attempt, letter, event } = told
  const changed = await hold(ctx, told, 'blocked')
  if (!changed) return null
  await tellBlocked(ctx, [letter.id])
  const { mpId, startedAt } = attempt
  await noteSenderBlock(ctx, { mpId, startedAt, said: event.said ?? '' })
  return changed
}
