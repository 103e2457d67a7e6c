import { and, desc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import { mps } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { mpColumns } from './mp-columns'
import type { Mp } from './seat'
import { directory, type Sitting } from './seats'

/** Who sat for a seat at a moment, as far as the installation knew by then; null where nobody did. */
export async function whoSat(ctx: Context, code: string, at: Date): Promise<Mp | null> {
  const known = await directory.inMemory(ctx)
  if (known) {
    const then = [...known.sittings.values()].filter((each) => each.code === code && wasSitting(each, at))
    return (
      then.reduce<Sitting | null>((last, each) => (last && last.mp.since >= each.mp.since ? last : each), null)?.mp ??
      null
    )
  }
  const [row] = await ctx.db
    .select(mpColumns)
    .from(mps)
    .where(and(eq(mps.constituencyCode, code), lte(mps.since, at), or(isNull(mps.until), gt(mps.until, at))))
    .orderBy(desc(mps.since))
    .limit(1)
  return row ?? null
}

function wasSitting({ mp, until }: Sitting, at: Date): boolean {
  return mp.since <= at && (until === null || until > at)
}

/** Those rows of the directory of these whose MPs sit now, as it was committed: at most 2 seconds ago. */
export async function whoOfThemSits(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const known = await directory.committed()
  if (known) return new Set(ids.filter((id) => known.sittings.get(id)?.until === null))
  const sitting = and(inArray(mps.id, [...ids]), isNull(mps.until))
  const rows = await ctx.db.select({ id: mps.id }).from(mps).where(sitting)
  return new Set(rows.map(({ id }) => id))
}
