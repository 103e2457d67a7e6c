import { and, eq } from 'drizzle-orm'
import { sources } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { isNowhere, NOWHERE, printSource, type Source } from './source'

/** So many sources there are at most: beyond, somebody is making them up, and new ones are counted together. */
const MOST = 5000
const OTHERS: Source = { ...NOWHERE, utmSource: '(others)' }

/** The number of a source, which is made when it is new; 0 for nowhere. */
export async function sourceId(ctx: Context, source: Source): Promise<number> {
  if (isNowhere(source)) return 0
  return (await known(ctx, source)) ?? (await made(ctx, (await isFull(ctx)) ? OTHERS : source))
}

async function known({ db }: Context, source: Source): Promise<number | undefined> {
  const [row] = await db
    .select({ id: sources.id })
    .from(sources)
    .where(
      and(
        eq(sources.utmSource, source.utmSource),
        eq(sources.utmMedium, source.utmMedium),
        eq(sources.utmCampaign, source.utmCampaign),
        eq(sources.utmContent, source.utmContent),
        eq(sources.referrer, source.referrer),
        eq(sources.share, source.share),
      ),
    )
  return row?.id
}

async function made(ctx: Context, source: Source): Promise<number> {
  await ctx.db.insert(sources).values(source).onConflictDoNothing()
  return (await known(ctx, source)) ?? 0
}

async function isFull({ db }: Context): Promise<boolean> {
  return (await db.$count(sources)) >= MOST
}

/** The source of that number in words, as the query of an address; `null` for nowhere. */
export async function sourceNamed({ db }: Context, id: number): Promise<string | null> {
  const [row] = id === 0 ? [] : await db.select().from(sources).where(eq(sources.id, id))
  return row ? printSource(row) : null
}
