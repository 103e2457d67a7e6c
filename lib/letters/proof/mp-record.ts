import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import { campaignSlugOf, writtenContent } from '@/lib/content/find-campaign'
import type { Context } from '@/lib/kernel/context'
import { findLetter } from '@/lib/letters/find'
import { isTaken, takenStates } from '@/lib/letters/letter-states'
import { SHOWN_FROM, type UnderFive, underFive } from '@/lib/supporters/under-five'

/** A count of letters that gives no small group away: neither those who did, nor those who did not. */
export type MaskedCount = number | UnderFive | 'all or nearly all'

/** What one campaign brought to one MP: counts only. */
export type MpRecord = {
  campaign: string
  slug: string
  /** Constituents whose letters went to this MP: the postcode lies in the seat, by our list or a live source. */
  letters: MaskedCount
  /** Letters whose writers are not known to live there, or which were written before that was kept. */
  others: MaskedCount
  /** In how many constituents' letters each ask of the campaign stands, picked by them or left to us. */
  asks: { title: string; letters: MaskedCount }[]
  /** Letters of constituents of which a quarter or more is the writer's own; none of those that say too little to tell. */
  ownWords: MaskedCount
}

const MUCH_OWN = 0.25

/** The record of the MP, and the campaign, that a letter which was sent belongs to; `null` for any other letter. */
export async function mpRecord(ctx: Context, letterId: string): Promise<MpRecord | null> {
  const letter = await findLetter(ctx, letterId)
  if (!letter?.mpId || !isTaken(letter.state)) return null
  const content = await writtenContent(ctx, letter.versionId)
  const sent = and(
    eq(letters.campaignId, letter.campaignId),
    eq(letters.mpId, letter.mpId),
    inArray(letters.state, takenStates),
    isNull(letters.chases),
    isNull(letters.reflectedAt),
    isNull(letters.notGenuineAt),
  )
  const constituents = inArray(letters.placing, ['inside', 'inside-live'])
  const [counts] = await ctx.db
    .select({
      letters: sql`count(*) filter (where ${constituents})::int`.mapWith(Number),
      others: sql`count(*) filter (where not ${constituents})::int`.mapWith(Number),
      ownWords: sql`count(*) filter (where ${constituents} and ${letters.ownShare} >= ${MUCH_OWN})::int`.mapWith(
        Number,
      ),
    })
    .from(letters)
    .where(sent)
  const asks = await ctx.db
    .select({
      ask: sql`unnest(${letters.asks})`.mapWith(String).as('ask'),
      letters: sql`count(*)::int`.mapWith(Number),
    })
    .from(letters)
    .where(and(sent, constituents))
    .groupBy(sql`1`)
  const all = counts?.letters ?? 0
  return {
    campaign: content.title,
    slug: await campaignSlugOf(ctx, letter.campaignId),
    letters: underFive(all),
    others: underFive(counts?.others ?? 0),
    asks: content.asks.map(({ id, title }) => ({
      title,
      letters: masked(asks.find(({ ask }) => ask === id)?.letters ?? 0, all),
    })),
    ownWords: masked(counts?.ownWords ?? 0, all),
  }
}

/** Of 20, neither 3 nor 17 is shown: the one would tell of three people, and so would the other. */
function masked(count: number, all: number): MaskedCount {
  return count >= SHOWN_FROM && all - count < SHOWN_FROM ? 'all or nearly all' : underFive(count)
}
