import { eq } from 'drizzle-orm'
import { figureDigests } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'

/** Whether a member of the team gets the daily digest. */
export async function digestWanted({ db }: Context, staffId: string): Promise<boolean> {
  return (await db.$count(figureDigests, eq(figureDigests.staffId, staffId))) > 0
}

/** Turns the digest on or off for the member who acts. */
export function wantDigest(ctx: Context, wanted: boolean): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'staff') throw new Error('Only a member of the team can want a digest.')
  return inTransaction(ctx, async (inner) => {
    const { db, now } = inner
    const changed = wanted
      ? await db
          .insert(figureDigests)
          .values({ staffId: actor.id, wantedSince: now() })
          .onConflictDoNothing()
          .returning()
      : await db.delete(figureDigests).where(eq(figureDigests.staffId, actor.id)).returning()
    if (changed.length === 0) return
    await recordAudit(inner, {
      verb: 'figures.digest',
      subject: { kind: 'staff', id: actor.id },
      before: { wanted: !wanted },
      after: { wanted },
    })
  })
}
