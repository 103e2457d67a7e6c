import { and, eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { letters } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { oneLine } from '@/lib/kernel/text'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { actableWhere, actOnSome } from './act-on-some'
import { filterWhere, type LetterFilter } from './filter'
import { actions, type LetterAction, letterActions } from './what-staff-can-do'

/** What staff do to letters, and why: the reason stands in each letter's history, and goes with its text. */
export const letterAct = z.object({
  action: z.enum(letterActions, { error: 'Choose what to do' }),
  reason: z
    .string()
    .transform(oneLine)
    .pipe(z.string().min(1, 'Say why: it stands in the history of each letter').max(300, 'Use 300 characters at most')),
})

export type LetterAct = z.infer<typeof letterAct>
/** One letter, or all that a filter lets through. */
export type Which = { id: string } | { filter: LetterFilter }

/** How many letters an action would change: those of the others it cannot. */
export async function countForAction(ctx: Context, which: Which, action: LetterAction): Promise<number> {
  assertAllowed(ctx, 'letters.act')
  const [row] = await ctx.db
    .select({ many: sql`count(*)::int`.mapWith(Number) })
    .from(letters)
    .where(and(actableWhere(action), whichWhere(which)))
  return row?.many ?? 0
}

/**
 * Does one thing to one letter at once, as far as it can be done by then, and audits it. Gives whether it did. Throws
 * a `Refusal` where the actor may not.
 */
export async function actOnLetter(ctx: Context, id: string, { action, reason }: LetterAct): Promise<boolean> {
  assertAllowed(ctx, 'letters.act')
  return inTransaction(ctx, async (inner) => {
    const { changed } = await actOnSome(inner, { action, note: reason, where: whichWhere({ id }), most: 1 })
    if (changed === 0) return false
    const subject = { kind: 'letter', id }
    await recordAudit(inner, { verb: actions[action].verb, subject, after: { changed } })
    return true
  })
}

function whichWhere(which: Which): SQL | undefined {
  return 'id' in which ? eq(letters.id, which.id) : filterWhere(which.filter)
}
