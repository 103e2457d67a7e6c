import { eq } from 'drizzle-orm'
import {
  deliveryAttempts,
  letterEvents,
  letterStates,
  letters,
  links,
  mpAnswers,
  replies,
  supporters,
} from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { anyOfIds } from '@/lib/kernel/any-of-ids'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { moveLetter } from '@/lib/letters/move'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { canonicalEmail } from '@/lib/supporters/identity'
import { forgetResponsesAbout } from '@/lib/webhooks/forget-deliveries'
import { emptied, letterFates, supporterFates } from './erased-columns'

/** Erases everything that the owner of this e-mail gave (UK GDPR article 17). Gives how many sign-ups. */
export async function eraseByEmail(ctx: Context, email: string): Promise<number> {
  return eraseByHash(ctx, await lookupHash(ctx, canonicalEmail(email)))
}

/** Erases everything of the person whose keyed e-mail hash this is: the owner of a link. Gives how many sign-ups. */
export function eraseByHash(ctx: Context, emailHash: string): Promise<number> {
  return inTransaction(ctx, async (inner) => {
    const own = await inner.db.select({ id: supporters.id }).from(supporters).where(eq(supporters.emailHash, emailHash))
    const ids = own.map(({ id }) => id)
    await withdrawLetters(inner, ids)
    await eraseSupporters(inner, ids, 'asked for')
    await inner.db.delete(links).where(eq(links.emailHash, emailHash))
    return own.length
  })
}

/** A letter that was withdrawn is sent no more, and counts no more. */
async function withdrawLetters(ctx: Context, ids: string[]): Promise<void> {
  const from = letterStates.filter((state) => state !== 'withdrawn')
  for (const letterId of await lettersOf(ctx, ids)) {
    await moveLetter(ctx, letterId, { from, to: 'withdrawn', set: { endedAt: ctx.now() } })
  }
}

async function lettersOf(ctx: Context, ids: string[]): Promise<string[]> {
  const own = await ctx.db.select({ id: letters.id }).from(letters).where(anyOfIds(letters.supporterId, ids))
  return own.map(({ id }) => id)
}

/** Empties sign-ups and their letters of all that is personal, in the caller's transaction; figures keep the row. */
export async function eraseSupporters(ctx: Context, ids: string[], why: string): Promise<void> {
  if (ids.length === 0) return
  const letterIds = await lettersOf(ctx, ids)
  await ctx.db
    .update(letters)
    .set(emptied(letterFates, ['text', 'person']))
    .where(anyOfIds(letters.id, letterIds))
  await ctx.db
    .update(deliveryAttempts)
    .set({ messageSealed: null })
    .where(anyOfIds(deliveryAttempts.letterId, letterIds))
  await ctx.db.update(letterEvents).set({ note: null }).where(anyOfIds(letterEvents.letterId, letterIds))
  await forgetResponsesAbout(ctx, ids)
  await ctx.db.delete(replies).where(anyOfIds(replies.letterId, letterIds))
  await ctx.db.delete(mpAnswers).where(anyOfIds(mpAnswers.letterId, letterIds))
  await ctx.db.delete(links).where(anyOfIds(links.letterId, letterIds))
  await ctx.db
    .update(supporters)
    .set({ ...emptied(supporterFates, ['person']), erasedAt: ctx.now() })
    .where(anyOfIds(supporters.id, ids))
  await recordAudit(ctx, {
    verb: 'privacy.erase',
    subject: { kind: 'supporters', id: `${ids.length}` },
    after: { why },
  })
}
