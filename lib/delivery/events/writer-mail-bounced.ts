import { and, eq, isNull } from 'drizzle-orm'
import { letters, supporters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { suppress } from '@/lib/mailer/suppression'

/**
 * Mail to a letter's writer came back for good: their sign-up is marked, and no more is sent to that address. `sentTo`:
 * its keyed hash, where that is known; a writer who has given another since is not marked for it.
 */
export async function noteBounce(ctx: Context, letterId: string, sentTo: string | null = null): Promise<void> {
  const writer = await writerOf(ctx, letterId)
  if (!writer) return
  if (sentTo && writer.emailHash !== sentTo) return suppress(ctx, sentTo, 'bounced')
  await ctx.db
    .update(supporters)
    .set({ bouncedAt: ctx.now() })
    .where(and(eq(supporters.id, writer.id), isNull(supporters.bouncedAt)))
  if (writer.emailHash) await suppress(ctx, writer.emailHash, 'bounced')
}

/** A letter's writer called our mail unwanted: they get no more, and no updates under any sign-up of that address. */
export async function noteComplaint(ctx: Context, letterId: string): Promise<void> {
  const writer = await writerOf(ctx, letterId)
  if (!writer) return
  const own = writer.emailHash ? eq(supporters.emailHash, writer.emailHash) : eq(supporters.id, writer.id)
  await ctx.db
    .update(supporters)
    .set({ unsubscribedAt: ctx.now() })
    .where(and(own, isNull(supporters.unsubscribedAt)))
  if (writer.emailHash) await suppress(ctx, writer.emailHash, 'complained')
}

async function writerOf({ db }: Context, letterId: string) {
  const [row] = await db
    .select({ id: supporters.id, emailHash: supporters.emailHash })
    .from(letters)
    .innerJoin(supporters, eq(supporters.id, letters.supporterId))
    .where(eq(letters.id, letterId))
  return row ?? null
}
