// State: one copy in a process.
import { desc, isNotNull } from 'drizzle-orm'
import { postcodeFacts, postcodeReleases } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { log } from '@/lib/kernel/log'
import { openIndex, type PostcodeIndex } from './packed-index'
import { postcodesVersion } from './version'

export type Fact = { code: string; terminated: boolean }

/** What a process holds in memory of the postcodes. */
export type CachedPostcodes = {
  version: string | null
  /** The newest release; null before any import. */
  index: PostcodeIndex | null
  /** Single facts, by compact postcode: the snapshot's, and every seat of a split one. */
  facts: ReadonlyMap<string, readonly Fact[]>
}

let current: CachedPostcodes | undefined
let loading: { version: string | null; promise: Promise<CachedPostcodes> } | undefined

/**
 * The postcodes as this process has them in memory. While a new release is taken into memory, the old one answers all
 * but the first who asks; one that this version cannot read leaves the old one in place.
 */
export async function cachedPostcodes(ctx: Context): Promise<CachedPostcodes> {
  const version = await postcodesVersion(ctx)
  if (current?.version === version) return current
  if (loading?.version === version) return current ?? loading.promise
  const begun = { version, promise: load(ctx, version, current?.index ?? null) }
  loading = begun
  try {
    current = await begun.promise
    return current
  } finally {
    if (loading === begun) loading = undefined
  }
}

async function load(ctx: Context, version: string | null, before: PostcodeIndex | null): Promise<CachedPostcodes> {
  const [index, facts] = await Promise.all([loadIndex(ctx, before), loadFacts(ctx)])
  return { version, index, facts }
}

async function loadIndex(ctx: Context, before: PostcodeIndex | null): Promise<PostcodeIndex | null> {
  const [release] = await ctx.db
    .select({ index: postcodeReleases.index })
    .from(postcodeReleases)
    .where(isNotNull(postcodeReleases.index))
    .orderBy(desc(postcodeReleases.id))
    .limit(1)
  if (!release?.index) return null
  try {
    return openIndex(release.index)
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error
    log.error(error.message)
    return before
  }
}

async function loadFacts(ctx: Context): Promise<Map<string, Fact[]>> {
  const rows = await ctx.db
    .select({
      postcode: postcodeFacts.postcode,
      code: postcodeFacts.constituencyCode,
      terminated: postcodeFacts.terminated,
    })
    .from(postcodeFacts)
  const facts = new Map<string, Fact[]>()
  for (const { postcode, ...fact } of rows) {
    const others = facts.get(postcode)
    if (others) others.push(fact)
    else facts.set(postcode, [fact])
  }
  return facts
}
