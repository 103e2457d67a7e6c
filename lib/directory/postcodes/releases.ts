import { and, count, desc, gt, isNotNull, isNull, type SQL } from 'drizzle-orm'
import { postcodeFacts, postcodeReleases } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { log } from '@/lib/kernel/log'
import { openIndex, type PostcodeIndex } from './packed-index'

export type PostcodeRelease = Omit<typeof postcodeReleases.$inferSelect, 'id' | 'index' | 'replacedAt'>

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

/** Which row of the releases answers look-ups, where one does. */
export const inUse = and(isNotNull(postcodeReleases.index), isNull(postcodeReleases.replacedAt))

/** The release that answers look-ups; null before any import. */
export async function currentRelease(ctx: Context): Promise<PostcodeRelease | null> {
  const [release] = await ctx.db
    .select(columns)
    .from(postcodeReleases)
    .where(inUse)
    .orderBy(desc(postcodeReleases.id))
    .limit(1)
  return release ?? null
}

/** A release that is kept with its postcodes; `index` is null where this version cannot read them. */
export type OpenRelease = PostcodeRelease & { id: number; index: PostcodeIndex | null }

/** The release that answers look-ups, or the newest one that `which` picks, with its postcodes; null where there is none. */
export async function openRelease(ctx: Context, which: SQL | undefined = inUse): Promise<OpenRelease | null> {
  const [release] = await ctx.db
    .select({ ...columns, id: postcodeReleases.id, index: postcodeReleases.index })
    .from(postcodeReleases)
    .where(which)
    .orderBy(desc(postcodeReleases.id))
    .limit(1)
  return release ? { ...release, index: release.index && opened(release.index) } : null
}

function opened(index: Uint8Array): PostcodeIndex | null {
  try {
    return openIndex(index)
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error
    log.error(error.message)
    return null
  }
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
