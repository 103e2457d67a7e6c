import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { deliveryAttempts, deliveryBatches, letters } from '@/db/schema/index'
import { tellBlocked } from '@/lib/delivery/blocks/hold-what-waits'
import { type PaceLeft, paceLeftFor } from '@/lib/delivery/pace-per-mp'
import type { Mp } from '@/lib/directory/lookup'
import { enqueue } from '@/lib/jobs/enqueue'
import { anyOfIds } from '@/lib/kernel/any-of-ids'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { log } from '@/lib/kernel/log'
import { readRows } from '@/lib/kernel/read-rows'
import { MINUTE } from '@/lib/kernel/time/durations'
import type { Message } from '@/lib/kernel/transport'
import { tellHeldJob } from '@/lib/letters/jobs'
import type { WholeLetter } from '@/lib/letters/mail-facts'
import { moveLetter, moveSome } from '@/lib/letters/move'
import { isWaitOver } from '@/lib/letters/waiting/give-up-waiting'
import { addressLetter, letterKey, messageTo } from './address-letter'
import { isDue } from './due-letters'
import { sealMessage } from './sealed-message'
import { isStoppedNow, stopped } from './why-sending-stopped'

/** How long a letter waits that a fault of ours keeps from being made up. */
const FAULTY_WAIT_MS = 10 * MINUTE

/** A batch that is written down and not sent yet, if there is one; how many letters were held or put off. */
export type BegunBatch = { batchId: string | null; setAside: number }

/**
 * Writes a batch of due letters down, and moves them to `sending`, before anything is sent: as many as one call takes,
 * in the order of confirming and by turns of the networks. Letters that cannot go are held; those past their MP's pace
 * are put off. Rows are locked and locked ones skipped, so that each worker takes other letters.
 */
export async function beginBatch(ctx: Context): Promise<BegunBatch> {
  if (await stopped(ctx)) return { batchId: null, setAside: 0 }
  return inTransaction(ctx, async (inner) => {
    // With one MP in a transaction no two can wait for one another.
    const isAlone = inner.transport.most === 1
    const paces = new Map<string, PaceLeft | null>()
    const ready: Ready[] = []
    let setAside = 0
    for (const id of await lockDue(inner)) {
      const addressed = await prepared(inner, id)
      if (addressed === 'set-aside') {
        setAside += 1
        continue
      }
      const { mp, letter } = addressed
      const pace = paces.has(mp.id) ? paces.get(mp.id) : await paceLeftFor(inner, mp.id, { wait: isAlone })
      paces.set(mp.id, pace ?? null)
      // Another worker is at this MP's letters: they are left to it.
      if (!pace) continue
      if (pace.letters > 0) {
        pace.letters -= 1
        ready.push(addressed)
        continue
      }
      setAside += 1
      await putOff(inner, letter.constituencyCode, pace.again)
    }
    return { batchId: ready.length > 0 ? await writeDown(inner, ready) : null, setAside }
  })
}

type Ready = { letter: WholeLetter; mp: Mp; message: Message }

/** The letters to look at, locked: none that has waited too long. A letter whose batch was refused as a whole goes by itself. */
async function lockDue(ctx: Context): Promise<string[]> {
  const { db } = ctx
  const { most } = ctx.transport
  const alone = sql`exists (
    select from delivery_attempts split
    where split.letter_id = letters.id and split.round = letters.round and split.outcome = 'split'
  )`
  const rows = await readRows(
    db,
    z.object({ id: z.string(), alone: z.boolean() }),
    sql`
    select letters.id, ${alone} as alone
    from letters join campaigns on campaigns.id = letters.campaign_id
    where ${isDue(ctx)} and campaigns.sending_paused_at is null
      and not ${await isWaitOver(ctx)}
      and not ${isStoppedNow(ctx)}
    order by coalesce(letters.turn_at, letters.confirmed_at), letters.id
    limit ${most}
    for update of letters skip locked`,
  )
  const [first] = rows
  if (first?.alone) return [first.id]
  return rows.filter((row) => !row.alone).map(({ id }) => id)
}

/** One letter that cannot be made up does not keep the others from going. */
async function prepared(ctx: Context, letterId: string): Promise<Ready | 'set-aside'> {
  try {
    return await inTransaction(ctx, (inner) => prepare(inner, letterId))
  } catch (error) {
    log.error({ err: error, letterId }, 'A letter could not be made ready to send')
    const dueAt = new Date(ctx.now().getTime() + FAULTY_WAIT_MS)
    await ctx.db.update(letters).set({ dueAt }).where(eq(letters.id, letterId))
    return 'set-aside'
  }
}

async function prepare(ctx: Context, letterId: string): Promise<Ready | 'set-aside'> {
  const addressed = await addressLetter(ctx, letterId)
  const from = ['queued' as const, 'sending' as const]
  if (!addressed) {
    await moveLetter(ctx, letterId, { from, to: 'withdrawn', reason: 'erased', set: { endedAt: ctx.now() } })
    return 'set-aside'
  }
  if (!('hold' in addressed)) {
    const { letter, mp } = addressed
    return { letter, mp, message: await messageTo(ctx, addressed) }
  }
  const { hold: heldReason, note, tell } = addressed
  const held = await moveLetter(ctx, letterId, { from, to: 'held', heldReason, note })
  if (held && heldReason === 'blocked') await tellBlocked(ctx, [letterId])
  else if (held && tell) await enqueue(ctx, tellHeldJob, { letterId }, { key: `held ${letterId} ${heldReason}` })
  return 'set-aside'
}

/** All that waits for this seat waits until then, so that it does not stand in the way of the rest. */
async function putOff({ db, now }: Context, constituencyCode: string, until: Date): Promise<void> {
  await db.execute(sql`
    update letters set due_at = ${until.toISOString()}::timestamptz
    where id in (
      select id from letters
      where state in ('queued', 'sending') and constituency_code = ${constituencyCode}
        and (due_at is null or due_at <= ${now().toISOString()}::timestamptz)
      for update skip locked
    )`)
}

async function writeDown(ctx: Context, ready: Ready[]): Promise<string> {
  const now = ctx.now()
  const batchId = randomUUID()
  const [first] = ready
  const key = ready.length === 1 && first ? letterKey(first.letter) : batchId
  const { name } = ctx.transport
  await ctx.db.insert(deliveryBatches).values({ id: batchId, key, transport: name, startedAt: now, leaseUntil: now })
  const rows = ready.map(({ letter, mp, message }, place) => ({
    batchId,
    place,
    letterId: letter.id,
    round: letter.round,
    mpId: mp.id,
    transport: name,
    startedAt: now,
    messageSealed: sealMessage(message, { batchId, place }),
  }))
  await ctx.db.insert(deliveryAttempts).values(rows)
  await noteSending(ctx, ready)
  return batchId
}

async function noteSending(ctx: Context, ready: Ready[]): Promise<void> {
  const ids = ready.map(({ letter }) => letter.id)
  const queued = ready.filter(({ letter }) => letter.state === 'queued').map(({ letter }) => letter.id)
  await moveSome(ctx, queued, { from: ['queued'], to: 'sending', set: { dueAt: null } })
  if (queued.length < ids.length) await ctx.db.update(letters).set({ dueAt: null }).where(anyOfIds(letters.id, ids))
}
