import { count, desc, gt, isNotNull } from 'drizzle-orm'
import { postcodeFacts, postcodeReleases } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

export type PostcodeRelease = Omit<typeof postcodeReleases.$inferSelect, 'id' | 'index'>

const columns = {
  name: postcodeReleases.name,
  released: postcodeReleases.released,
  checksum: postcodeReleases.checksum,
  importedAt: postcodeReleases.importedAt,
  postcodes: postcodeReleases.postcodes,
  terminated: postcodeReleases.terminated,
  outside: postcodeReleases.outside,
  nowhere: postcodeReleases.nowhere,
}

/** The release that answers look-ups; null before any import. */
export async function currentRelease(ctx: Context): Promise<PostcodeRelease | null> {
  const [release] = await ctx.db
    .select(columns)
    .from(postcodeReleases)
    .where(isNotNull(postcodeReleases.index))
    .orderBy(desc(postcodeReleases.id))
    .limit(1)
  return release ?? null
}

/** How many postcodes are known to lie in several constituencies. */
export async function splitCount(ctx: Context): Promise<number> {
  const split = ctx.db
    .select({ postcode: postcodeFacts.postcode })
    .from(postcodeFacts)
    .groupBy(postcodeFacts.postcode)
    .having(gt(count(), 1))
  return ctx.db.$count(split.as('split'))
}
