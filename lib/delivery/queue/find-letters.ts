import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { campaigns, constituencies, type HeldReason, type LetterState, letters, mps } from '@/db/schema/index'
import { campaignName } from '@/lib/content/campaign-name'
import type { Context } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { filterWhere, type LetterFilter } from './filter'

/** A letter without anything of its writer's. */
export type ListedLetter = {
  id: string
  campaign: string
  constituency: string
  mp: string | null
  state: LetterState
  heldReason: HeldReason | null
  createdAt: Date
  confirmedAt: Date | null
  acceptedAt: Date | null
  endedAt: Date | null
}

/** Letters are counted up to so many. */
export const COUNTED_MOST = 10_000

/** How many letters a filter lets through: `least` where there are more, and they are not counted further. */
export type Total = { letters: number; isLeast: boolean }
/** A page of letters, newest first; `older`: the letter behind which there are more, `null` on the last page. */
export type FoundLetters = { letters: ListedLetter[]; older: string | null }

/**
 * The newest letters that the filter lets through, at most so many; with `after`, those older than that letter, which
 * need not be let through itself. `known`: how many there are, where they have been counted.
 */
export async function findLetters(
  ctx: Context,
  filter: LetterFilter,
  most: number,
  after: string | null = null,
  known?: Total,
): Promise<FoundLetters> {
  assertAllowed(ctx, 'letters.see')
  // Which they are is found first, from an index alone where there is one.
  const age = await ageFor(ctx, filter, known)
  const newest = ctx.db
    .select({ id: letters.id })
    .from(letters)
    .where(and(filterWhere(filter), after ? beside('<', after) : undefined))
    .orderBy(desc(age), desc(letters.id))
    .limit(most + 1)
    .as('newest')
  const found = await ctx.db
    .select({
      id: letters.id,
      campaign: campaignName,
      constituency: constituencies.name,
      mp: mps.name,
      state: letters.state,
      heldReason: letters.heldReason,
      createdAt: letters.createdAt,
      confirmedAt: letters.confirmedAt,
      acceptedAt: letters.acceptedAt,
      endedAt: letters.endedAt,
    })
    .from(newest)
    .innerJoin(letters, eq(letters.id, newest.id))
    .innerJoin(campaigns, eq(campaigns.id, letters.campaignId))
    .innerJoin(constituencies, eq(constituencies.code, letters.constituencyCode))
    .leftJoin(mps, sits())
    .orderBy(desc(letters.createdAt), desc(letters.id))
  const page = found.slice(0, most)
  return { letters: page, older: found.length > most ? (page.at(-1)?.id ?? null) : null }
}

/** How many letters a filter lets through, counted up to {@link COUNTED_MOST}. */
export async function countLetters(ctx: Context, filter: LetterFilter): Promise<Total> {
  assertAllowed(ctx, 'letters.see')
  const some = ctx.db
    .select({ one: sql`1` })
    .from(letters)
    .where(filterWhere(filter))
    .limit(COUNTED_MOST + 1)
  const [row] = await ctx.db.select({ many: sql`count(*)::int`.mapWith(Number) }).from(some.as('some'))
  const many = row?.many ?? 0
  return { letters: Math.min(many, COUNTED_MOST), isLeast: many > COUNTED_MOST }
}

/**
 * The letter that comes next where one goes through them, the oldest first: after the letter `after`, which need not be
 * let through by the filter any more. `null` at the end.
 */
export async function nextLetter(
  ctx: Context,
  filter: LetterFilter,
  after: string | null,
  known?: Total,
): Promise<string | null> {
  assertAllowed(ctx, 'letters.see')
  const [next] = await ctx.db
    .select({ id: letters.id })
    .from(letters)
    .where(and(filterWhere(filter), after ? beside('>', after) : undefined))
    .orderBy(asc(await ageFor(ctx, filter, known)), asc(letters.id))
    .limit(1)
  return next?.id ?? null
}

/**
 * What letters are ordered by. Those confirmed on a day, and few to an MP or from a source, are found by that, and put in
 * order then: gone through by their age, all letters would be looked at where nobody is named so.
 */
async function ageFor(ctx: Context, filter: LetterFilter, known?: Total): Promise<SQL> {
  const { day, mp, source } = filter
  const isNamed = mp !== null || source !== null
  const isFew = day !== null || (isNamed && !(known ?? (await countLetters(ctx, filter))).isLeast)
  return isFew ? sql`(${letters.createdAt} + interval '0')` : sql`${letters.createdAt}`
}

function sits(): SQL | undefined {
  return and(eq(mps.constituencyCode, letters.constituencyCode), isNull(mps.until))
}

/** On one side of a letter in their order. Said of the moment alone as well, by which an index finds where to begin. */
function beside(side: '<' | '>', id: string): SQL {
  const one = (columns: SQL) => sql`(select ${columns} from letters one where one.id = ${id})`
  const than = sql.raw(side)
  return sql`${letters.createdAt} ${than}= ${one(sql`one.created_at`)}
    and (${letters.createdAt}, ${letters.id}) ${than} ${one(sql`one.created_at, one.id`)}`
}
