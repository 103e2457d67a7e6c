import { eq, sql } from 'drizzle-orm'
import { sources } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { isNowhere, NOWHERE, printSource, type Source } from './source'

/** So many sources there are at most: beyond, somebody is making them up, and new ones are counted together. */
const MOST = 5000
const OTHERS: Source = { ...NOWHERE, utmSource: '(others)' }

/** The number of a source, which is made when it is new; 0 for nowhere. */
export async function sourceId(ctx: Context, source: Source): Promise<number> {
  const [id = 0] = await sourceIds(ctx, [source])
  return id
}

/** As {@link sourceId}, of many sources in their order: one statement, or four where there are new ones. */
export async function sourceIds(ctx: Context, asked: readonly Source[]): Promise<number[]> {
  const given = new Map(asked.filter((source) => !isNowhere(source)).map((source) => [printSource(source), source]))
  const known = await idsOf(ctx, [...given.values()])
  const missing = [...given].filter(([name]) => !known.has(name)).map(([, source]) => source)
  if (missing.length > 0) for (const [name, id] of await made(ctx, missing)) known.set(name, id)
  const others = known.get(printSource(OTHERS)) ?? 0
  return asked.map((source) => (isNowhere(source) ? 0 : (known.get(printSource(source)) ?? others)))
}

/** The numbers of those that there are, by how they are printed. */
async function idsOf({ db }: Context, given: readonly Source[]): Promise<Map<string, number>> {
  if (given.length === 0) return new Map()
  const { utmSource, utmMedium, utmCampaign, utmContent, referrer, share } = sources
  const rows = await db
    .select()
    .from(sources)
    .where(sql`(${utmSource}, ${utmMedium}, ${utmCampaign}, ${utmContent}, ${referrer}, ${share}) in (
      select "utmSource", "utmMedium", "utmCampaign", "utmContent", "referrer", "share"
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given ("utmSource" text, "utmMedium" text,
        "utmCampaign" text, "utmContent" text, "referrer" text, "share" text))`)
  return new Map(rows.map(({ id, ...source }) => [printSource(source), id]))
}

/** New ones, as far as there is room; the rest count as the others, which are then among them. */
async function made(ctx: Context, missing: readonly Source[]): Promise<Map<string, number>> {
  const room = Math.max(0, MOST - (await ctx.db.$count(sources)))
  const kept = missing.length > room ? [...missing.slice(0, room), OTHERS] : missing
  await ctx.db
    .insert(sources)
    .values([...kept])
    .onConflictDoNothing()
  return idsOf(ctx, kept)
}

/** The source of that number in words, as the query of an address; `null` for nowhere. */
export async function sourceNamed({ db }: Context, id: number): Promise<string | null> {
  const [row] = id === 0 ? [] : await db.select().from(sources).where(eq(sources.id, id))
  return row ? printSource(row) : null
}
