import { and, asc, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { constituencies, type LetterState, letters, mps } from '@/db/schema'
import { recordAudit } from '../../audit/record'
import { enqueue } from '../../jobs/enqueue'
import { type Context, inTransaction } from '../../kernel/context'
import { oneLine } from '../../kernel/text'
import { assertAllowed } from '../../staff/assert-allowed'
import { wasTaken } from '../delivery/release-blocked'
import { moveLetter } from '../move'
import { filterWhere, type LetterFilter } from './filter'

export const letterActions = ['hold', 'release', 'send-again', 'fail'] as const
export type LetterAction = (typeof letterActions)[number]

/** What staff do to letters, and why: the reason stands in each letter's history, and in the audit. */
export const letterAct = z.object({
  action: z.enum(letterActions, { error: 'Choose what to do' }),
  reason: z
    .string()
    .max(1000, 'Use 300 characters at most')
    .transform(oneLine)
    .pipe(z.string().min(1, 'Say why: it stands in the history of each letter').max(300, 'Use 300 characters at most')),
})

export type LetterAct = z.infer<typeof letterAct>
/** One letter, or all that a filter lets through. */
export type Which = { id: string } | { filter: LetterFilter }

/** How many letters an action would change: those of the others it cannot. */
export async function countForAction(ctx: Context, which: Which, action: LetterAction): Promise<number> {
  assertAllowed(ctx, 'letters.act')
  const [row] = await ctx.db.select({ many: sql<number>`count(*)::int` }).from(actable(ctx, which, action))
  return row?.many ?? 0
}

/**
 * Holds, releases, sends again or fails letters, as far as each can be by then, and audits it. Gives how many it
 * changed. Throws a `Refusal` where the actor may not.
 */
export async function actOnLetters(ctx: Context, which: Which, { action, reason }: LetterAct): Promise<number> {
  assertAllowed(ctx, 'letters.act')
  return inTransaction(ctx, async (inner) => {
    let changed = 0
    for (const id of await lockActable(inner, which, action)) {
      if (await act(inner, id, action, reason)) changed += 1
    }
    const subject = 'id' in which ? { kind: 'letter', id: which.id } : { kind: 'letters', id: `${changed}` }
    const after = { reason, changed, ...('filter' in which && { filter: which.filter }) }
    if (changed > 0) await recordAudit(inner, { verb: `letters.${action}`, subject, after })
    return changed
  })
}

const FROM: Record<LetterAction, LetterState[]> = {
  hold: ['queued', 'sending'],
  release: ['held'],
  'send-again': ['bounced', 'failed', 'held'],
  fail: ['queued', 'sending', 'held'],
}

/** In the order of confirming; a letter that a worker has just in hand is left to it. */
async function lockActable(ctx: Context, which: Which, action: LetterAction): Promise<string[]> {
  const can = actable(ctx, which, action)
  const rows = await ctx.db
    .select({ id: letters.id })
    .from(letters)
    .where(inArray(letters.id, ctx.db.select({ id: can.id }).from(can)))
    .orderBy(asc(letters.confirmedAt), asc(letters.id))
    .for('update', { skipLocked: true })
  return rows.map(({ id }) => id)
}

/** The letters that the action can change. One that the mail service is just being asked about is left alone. */
function actable({ db }: Context, which: Which, action: LetterAction) {
  const conditions: (SQL | undefined)[] = [
    inArray(letters.state, FROM[action]),
    'id' in which ? eq(letters.id, which.id) : filterWhere(which.filter),
    sql`not exists (select from delivery_attempts open where open.letter_id = ${letters.id} and open.ended_at is null)`,
  ]
  // Of these nobody knows whether they were sent: they are sent again knowingly, or not at all.
  if (action === 'release') conditions.push(isNotNull(letters.textSealed), ne(letters.heldReason, 'unsettled'))
  if (action === 'send-again') {
    const wentOut = inArray(letters.heldReason, ['unsettled', 'returned'])
    conditions.push(isNotNull(letters.textSealed), or(ne(letters.state, 'held'), wentOut))
  }
  return db
    .select({ id: letters.id })
    .from(letters)
    .innerJoin(constituencies, eq(constituencies.code, letters.constituencyCode))
    .leftJoin(mps, and(eq(mps.constituencyCode, letters.constituencyCode), isNull(mps.until)))
    .where(and(...conditions))
    .as('actable')
}

async function act(ctx: Context, letterId: string, action: LetterAction, note: string): Promise<boolean> {
  const from = FROM[action]
  switch (action) {
    case 'hold': {
      const held = await moveLetter(ctx, letterId, {
        from,
        to: 'held',
        heldReason: 'staff',
        note,
        set: { dueAt: null },
      })
      if (held) await enqueue(ctx, 'tell-held', { letterId }, { key: `held ${letterId} staff` })
      return held
    }
    case 'release': {
      const set = { dueAt: null, endedAt: null, ...(await nextRound(ctx, letterId)) }
      return queue(ctx, letterId, { from, note, reason: 'released', set })
    }
    case 'send-again': {
      const [letter] = await ctx.db.select({ round: letters.round }).from(letters).where(eq(letters.id, letterId))
      const set = { dueAt: null, round: (letter?.round ?? 1) + 1, tries: 0, triedSince: null, endedAt: null }
      return queue(ctx, letterId, { from, note, reason: 'sent-again', set })
    }
    case 'fail': {
      const set = { endedAt: ctx.now(), dueAt: null }
      const failed = await moveLetter(ctx, letterId, { from, to: 'failed', reason: 'staff', note, set })
      if (failed) await enqueue(ctx, 'tell-failed', { letterId }, { key: `failed ${letterId}` })
      return failed
    }
  }
}

/** What the service had taken goes as a new sending. */
async function nextRound({ db }: Context, letterId: string): Promise<{ round?: number }> {
  const [letter] = await db
    .select({ round: letters.round, taken: sql<number>`${wasTaken}` })
    .from(letters)
    .where(eq(letters.id, letterId))
  return letter && letter.taken > 0 ? { round: letter.round + 1 } : {}
}

type Queue = Omit<Parameters<typeof moveLetter>[2], 'to'>

async function queue(ctx: Context, letterId: string, move: Queue): Promise<boolean> {
  const queued = await moveLetter(ctx, letterId, { ...move, to: 'queued' })
  if (queued) await enqueue(ctx, 'send-letter', { letterId }, { key: `letter ${letterId}`, maxAttempts: 60 })
  return queued
}
