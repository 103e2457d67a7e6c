import { eq } from 'drizzle-orm'
import { mps } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { mpColumns } from './mp-columns'
import type { Mp } from './seat'
import { directory } from './seats'

/** Whoever is in this row of the directory, sitting or not: the MP that a letter once went to. */
export async function findMp(ctx: Context, id: string): Promise<Mp | null> {
  const known = await directory.inMemory(ctx)
  if (known) return known.sittings.get(id)?.mp ?? null
  const [row] = await ctx.db.select(mpColumns).from(mps).where(eq(mps.id, id))
  return row ?? null
}
