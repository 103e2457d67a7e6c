import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { mps, seatChanges } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import type { Member } from './rows'

/** An MP by their row in the directory. */
export type CorrectedMp = Member & { id: string }

/**
 * The same with whether the e-mail was set by hand, and against what, and since when there is none; undefined where an
 * older version did not keep it.
 */
export type KeptMp = CorrectedMp & {
  setByHand?: string | null | undefined
  sourceEmail?: string | null | undefined
  addressGoneAt?: string | null | undefined
}

/** These MPs as they are written down now. */
export async function mpsAsTheyAre(ctx: Context, ids: readonly string[]): Promise<KeptMp[]> {
  if (ids.length === 0) return []
  const { id, memberId, name, party, email, setByHand, sourceEmail, addressGoneAt } = mps
  const rows = await ctx.db
    .select({ id, memberId, name, party, email, setByHand, sourceEmail, addressGoneAt })
    .from(mps)
    .where(inArray(id, [...ids]))
  return rows.map((row) => ({
    ...row,
    setByHand: row.setByHand?.toISOString() ?? null,
    addressGoneAt: row.addressGoneAt?.toISOString() ?? null,
  }))
}

/**
 * Writes the name, party and e-mail of MPs into their rows; another e-mail than was there is not one set by hand, and
 * where there is none any more, since when is written down.
 */
export async function correctMps(ctx: Context, corrected: readonly CorrectedMp[]): Promise<void> {
  if (corrected.length === 0) return
  await ctx.db.execute(sql`
    update mps set name = c.name, party = c.party, email = c.email,
      set_by_hand = case when mps.email is distinct from c.email then null else mps.set_by_hand end,
      source_email = case when mps.email is distinct from c.email then null else mps.source_email end,
      address_gone_at = case
        when c.email is not null then null
        when mps.email is not null then ${ctx.now().toISOString()}::timestamptz
        else mps.address_gone_at
      end
    from jsonb_to_recordset(${JSON.stringify(corrected)}::jsonb) as c(id uuid, name text, party text, email text)
    where mps.id = c.id`)
}

/**
 * Has MPs be as they were kept, the marks of addresses set by hand with them; an address that staff have set or cleared
 * after `since` stays as they left it.
 */
export async function putBackMps(ctx: Context, kept: readonly KeptMp[], since: Date): Promise<void> {
  if (kept.length === 0) return
  const ids = kept.map(({ id }) => id)
  const settled = await ctx.db
    .selectDistinct({ id: seatChanges.mpId })
    .from(seatChanges)
    .where(and(inArray(seatChanges.mpId, ids), eq(seatChanges.source, 'hand'), gt(seatChanges.at, since)))
  const stay = new Set(settled.map(({ id }) => id))
  await correctMps(
    ctx,
    kept.filter(({ setByHand }) => setByHand === undefined),
  )
  const whole = kept.filter(({ setByHand }) => setByHand !== undefined).map((mp) => ({ ...mp, stays: stay.has(mp.id) }))
  await ctx.db.execute(sql`
    update mps set name = k.name, party = k.party,
      email = case when k.stays then mps.email else k.email end,
      set_by_hand = case when k.stays then mps.set_by_hand else k."setByHand" end,
      source_email = case when k.stays then mps.source_email else k."sourceEmail" end,
      address_gone_at = case when k.stays then mps.address_gone_at else k."addressGoneAt" end
    from jsonb_to_recordset(${JSON.stringify(whole)}::jsonb)
      as k(id uuid, name text, party text, email text, "setByHand" timestamptz, "sourceEmail" text, "addressGoneAt" timestamptz, stays boolean)
    where mps.id = k.id`)
}
