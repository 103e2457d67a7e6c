import { inArray, sql } from 'drizzle-orm'
import { mps } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import type { Member } from './rows'

/** An MP by their row in the directory. */
export type CorrectedMp = Member & { id: string }

/** These MPs as they are written down now. */
export async function mpsAsTheyAre(ctx: Context, ids: readonly string[]): Promise<CorrectedMp[]> {
  if (ids.length === 0) return []
  const { id, memberId, name, party, email } = mps
  return ctx.db
    .select({ id, memberId, name, party, email })
    .from(mps)
    .where(inArray(id, [...ids]))
}

/** Writes the name, party and e-mail of MPs into their rows; another e-mail than was there is not one set by hand. */
export async function correctMps(ctx: Context, corrected: readonly CorrectedMp[]): Promise<void> {
  if (corrected.length === 0) return
  await ctx.db.execute(sql`
    update mps set name = c.name, party = c.party, email = c.email,
      set_by_hand = case when mps.email is distinct from c.email then null else mps.set_by_hand end,
      source_email = case when mps.email is distinct from c.email then null else mps.source_email end
    from jsonb_to_recordset(${JSON.stringify(corrected)}::jsonb) as c(id uuid, name text, party text, email text)
    where mps.id = c.id`)
}
