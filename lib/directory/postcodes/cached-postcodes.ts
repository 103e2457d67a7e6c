// State: one copy in a process.
import { postcodeFacts } from '@/db/schema/index'
import { areaOf } from '@/lib/directory/postcode-areas'
import type { Context } from '@/lib/kernel/context'
import type { PostcodeIndex } from './packed-index'
import { compactAt } from './place-of'
import { openRelease } from './releases'
import { postcodesVersion } from './version'

/** `listed`: from a list of splits or corrections, and so before any release. */
export type Fact = { code: string; terminated: boolean; listed: boolean; properties: number | null }

/** What a process holds in memory of the postcodes. */
export type CachedPostcodes = {
  version: string | null
  /** The newest release; null before any import. */
  index: PostcodeIndex | null
  /** The postcode areas that it holds anything of. */
  areas: ReadonlySet<string>
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

/** Whether the release in use holds anything of a postcode area. */
export async function coversArea(ctx: Context, area: string): Promise<boolean> {
  return (await cachedPostcodes(ctx)).areas.has(area)
}

async function load(ctx: Context, version: string | null, before: PostcodeIndex | null): Promise<CachedPostcodes> {
  const [index, facts] = await Promise.all([loadIndex(ctx, before), loadFacts(ctx)])
  return { version, index, areas: areasOf(index), facts }
}

function areasOf(index: PostcodeIndex | null): Set<string> {
  return new Set(Array.from(index?.sectors ?? [], (sector) => areaOf(compactAt(sector, 0))))
}

async function loadIndex(ctx: Context, before: PostcodeIndex | null): Promise<PostcodeIndex | null> {
  const release = await openRelease(ctx)
  return release && (release.index ?? before)
}

async function loadFacts(ctx: Context): Promise<Map<string, Fact[]>> {
  const rows = await ctx.db
    .select({
      postcode: postcodeFacts.postcode,
      code: postcodeFacts.constituencyCode,
      terminated: postcodeFacts.terminated,
      listed: postcodeFacts.listed,
      properties: postcodeFacts.properties,
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
