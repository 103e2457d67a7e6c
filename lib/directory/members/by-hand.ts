import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { constituencies, mps } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { releaseHeldJob } from '@/lib/directory/jobs'
import { lockDirectory } from '@/lib/directory/lock-directory'
import { noteSeatChanges } from '@/lib/directory/seat-history/note-changes'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import type { CorrectedMp } from './correct-mps'

/** What an address set by hand holds against: `sourceEmail` is what the source gave then. */
type ByHand = { email: string | null; sourceEmail: string | null }

/** The addresses of sitting MPs that are set by hand, by the member's id. */
export async function addressesByHand(ctx: Context): Promise<Map<number, ByHand>> {
  const rows = await ctx.db
    .select({ memberId: mps.memberId, email: mps.email, sourceEmail: mps.sourceEmail })
    .from(mps)
    .where(and(isNull(mps.until), isNotNull(mps.setByHand)))
  return new Map(rows.map(({ memberId, ...byHand }) => [memberId, byHand]))
}

/** What counts of what a source gives: the address set by hand, for as long as the source says the same as then. */
export function addressThatCounts(given: string | null, byHand: ByHand | undefined): string | null {
  return byHand && byHand.sourceEmail === given ? byHand.email : given
}

/**
 * Takes the mark from addresses set by hand that the source has come to give as well, in the caller's transaction: the
 * source has changed, and what it gives after that counts. `given`: its addresses by the member's id.
 */
export async function takenUpBySource(ctx: Context, given: ReadonlyMap<number, string | null>): Promise<void> {
  const rows = [...given].map(([memberId, email]) => ({ memberId, email }))
  await ctx.db.execute(sql`
    update mps set set_by_hand = null, source_email = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given("memberId" int, email text)
    where mps.member_id = given."memberId" and mps.until is null and mps.set_by_hand is not null
      and mps.email is not distinct from given.email and mps.source_email is distinct from given.email`)
}

/**
 * Marks addresses that a list of ours has just corrected as set by hand, in the caller's transaction. `before`: how
 * the rows were, and what counted as the source's then.
 */
export async function markByHand(
  ctx: Context,
  before: readonly CorrectedMp[],
  byHand: ReadonlyMap<number, ByHand>,
): Promise<void> {
  if (before.length === 0) return
  const rows = before.map(({ id, memberId, email }) => {
    const earlier = byHand.get(memberId)
    return { id, email, source: earlier ? earlier.sourceEmail : email }
  })
  await ctx.db.execute(sql`
    update mps set set_by_hand = ${ctx.now().toISOString()}::timestamptz, source_email = b.source
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as b(id uuid, email text, source text)
    where mps.id = b.id and mps.email is distinct from b.email and mps.email is distinct from b.source`)
}

/**
 * Sets the address of the MP of a seat by hand, or with null goes back to the source's. Letters that wait for one are
 * looked at again. Throws a `Refusal` where the actor may not, and {@link ExpectedFailure} where nobody sits.
 */
export function setAddress(ctx: Context, code: string, email: string | null): Promise<void> {
  assertAllowed(ctx, 'directory.confirm')
  return inTransaction(ctx, async (tx) => {
    await lockDirectory(tx)
    const [row] = await tx.db
      .select({
        id: mps.id,
        name: mps.name,
        party: mps.party,
        email: mps.email,
        setByHand: mps.setByHand,
        sourceEmail: mps.sourceEmail,
      })
      .from(mps)
      .where(and(isNull(mps.until), eq(mps.constituencyCode, code)))
    if (!row) throw new ExpectedFailure('Nobody sits for this seat, so there is no address to set.')
    const source = row.setByHand ? row.sourceEmail : row.email
    const isSources = email === null || email === source
    const counts = isSources ? source : email
    const gone = counts ? { addressGoneAt: null } : row.email ? { addressGoneAt: tx.now() } : {}
    const byHand = isSources ? { setByHand: null, sourceEmail: null } : { setByHand: tx.now(), sourceEmail: source }
    await tx.db
      .update(mps)
      .set({ email: counts, ...byHand, ...gone })
      .where(eq(mps.id, row.id))
    await noteSeatChanges(tx, 'hand', { before: [row] })
    await recordAudit(tx, {
      verb: 'directory.set-address',
      subject: { kind: 'directory', id: code },
      before: { email: row.email },
      after: { email: counts },
    })
    await enqueue(tx, releaseHeldJob, {}, { key: 'release-held' })
  })
}

/** The seats whose MP has an address set by hand, by name. Throws a `Refusal` where the actor may not see them. */
export function listByHand(ctx: Context) {
  assertAllowed(ctx, 'directory.see')
  return ctx.db
    .select({
      code: constituencies.code,
      constituency: constituencies.name,
      name: mps.name,
      email: mps.email,
      setByHand: mps.setByHand,
      sourceEmail: mps.sourceEmail,
    })
    .from(mps)
    .innerJoin(constituencies, eq(constituencies.code, mps.constituencyCode))
    .where(and(isNull(mps.until), isNotNull(mps.setByHand)))
    .orderBy(constituencies.name)
    .limit(MOST_BY_HAND)
}

/** Every seat has one MP at most. */
const MOST_BY_HAND = 650
