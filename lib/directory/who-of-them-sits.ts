import { and, inArray, isNull } from 'drizzle-orm'
import { mps } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { directory } from './seats'

/** Those rows of the directory of these whose MPs sit now, as it was committed: at most 2 seconds ago. */
export async function whoOfThemSits(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const known = await directory.committed()
  if (known) return new Set(ids.filter((id) => known.sittings.get(id)?.until === null))
  const sitting = and(inArray(mps.id, [...ids]), isNull(mps.until))
  const rows = await ctx.db.select({ id: mps.id }).from(mps).where(sitting)
  return new Set(rows.map(({ id }) => id))
}
