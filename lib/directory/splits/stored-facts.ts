import { inArray } from 'drizzle-orm'
import { postcodeFacts } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

export type StoredFact = typeof postcodeFacts.$inferSelect

const AT_ONCE = 2000

/** What is stored of these compact postcodes. */
export async function factsAbout(ctx: Context, postcodes: readonly string[]): Promise<StoredFact[]> {
  const facts: StoredFact[] = []
  for (const some of partsOf(postcodes)) {
    facts.push(...(await ctx.db.select().from(postcodeFacts).where(inArray(postcodeFacts.postcode, some))))
  }
  return facts
}

/** Has `facts` be all that is stored of these compact postcodes, in the caller's transaction. */
export async function writeFacts(
  ctx: Context,
  postcodes: readonly string[],
  facts: readonly StoredFact[],
): Promise<void> {
  for (const some of partsOf(postcodes)) {
    await ctx.db.delete(postcodeFacts).where(inArray(postcodeFacts.postcode, some))
  }
  for (const some of partsOf(facts)) await ctx.db.insert(postcodeFacts).values(some)
}

function partsOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) => all.slice(at * AT_ONCE, (at + 1) * AT_ONCE))
}
