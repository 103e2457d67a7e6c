import { eq } from 'drizzle-orm'
import { type DigestSpan, digestSpans, figureDigests } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'

/** How often a member of the team gets figures by e-mail; `null` for never. */
export async function digestWanted({ db }: Context, staffId: string): Promise<DigestSpan | null> {
  const [row] = await db
    .select({ every: figureDigests.every })
    .from(figureDigests)
    .where(eq(figureDigests.staffId, staffId))
  return row?.every ?? null
}

/** What a form or an address calls it; `null` for anything else. */
export function digestNamed(text: string): DigestSpan | null {
  return digestSpans.find((span) => span === text) ?? null
}

/** Sets how often the member who acts gets figures by e-mail. */
export function wantDigest(ctx: Context, every: DigestSpan | null): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'staff') throw new Error('Only a member of the team can want a digest.')
  return changeDigest(ctx, actor.id, every)
}

/** Ends it for whom a link in the e-mail belongs to: whoever has the e-mail may. Again changes nothing. */
export function stopDigest(ctx: Context, staffId: string): Promise<void> {
  return changeDigest(ctx, staffId, null)
}

function changeDigest(ctx: Context, staffId: string, every: DigestSpan | null): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const { db, now } = inner
    const before = await digestWanted(inner, staffId)
    if (before === every) return
    if (every === null) await db.delete(figureDigests).where(eq(figureDigests.staffId, staffId))
    else {
      await db
        .insert(figureDigests)
        .values({ staffId, every, wantedSince: now() })
        .onConflictDoUpdate({ target: figureDigests.staffId, set: { every, wantedSince: now() } })
    }
    await recordAudit(inner, {
      verb: 'figures.digest',
      subject: { kind: 'staff', id: staffId },
      before: { every: before },
      after: { every },
    })
  })
}
