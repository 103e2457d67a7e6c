import { and, desc, eq, gt, isNotNull, or, sql } from 'drizzle-orm'
import { wordingsGiven } from '@/db/schema/index'
import type { CampaignContent } from '@/lib/content/content'
import { contentFor, groupOf } from '@/lib/content/content-for-mp'
import { type LiveCampaign, writtenContent } from '@/lib/content/find-campaign'
import type { Seat } from '@/lib/directory/lookup'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { HOUR } from '@/lib/kernel/time/durations'
import { chooseWording, turnOfSeat, type Wording } from './choose-wording'
import { type Given, leastAlike } from './least-alike'
import { choiceOf, printChoice, readChoices, slotsOf, wordingOf } from './slots'

/** How long a combination stays somebody's before they have written, in hours. */
export const GIVEN_HOURS = 24
/** Among more than these every combination has come round; the newest are those to differ from. */
const COMPARED_MOST = 20_000
/** Turns far enough apart that the searches which begin there end at different places. */
const STRIDE = 29
const STARTS = 12

/**
 * Gives the combination of wordings that overlaps least with all that were given for this constituency
 * within the last day, or used in a letter at any time; and keeps that it was given, under the id that
 * comes with it. One caller at a time for a constituency, on every instance: the next sees this one's.
 */
export function giveWording(ctx: Context, campaign: LiveCampaign, seat: Seat, asks: string[]): Promise<Giving> {
  return inTransaction(ctx, async (inner) => {
    await inner.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${campaign.id} ${seat.code}`}, 0))`)
    const group = groupOf(campaign.content, seat)
    const content = contentFor(campaign.content, group)
    const choice = choose(content, await givenFor(inner, campaign.id, seat.code, content), seat.code)
    const wording = wordingOf(content, choice)
    const id = crypto.randomUUID()
    await inner.db.insert(wordingsGiven).values({
      id,
      campaignId: campaign.id,
      constituencyCode: seat.code,
      versionId: campaign.versionId,
      groupId: group?.id ?? '',
      code: printChoice(choiceOf(content, wording, asks)),
      givenAt: inner.now(),
    })
    return { id, wording }
  })
}

export type Giving = { id: string; wording: Wording }

/** The choice for a seat, with those given before. Seats begin at different turns: their MPs compare notes. */
export function choose(content: CampaignContent, given: Given, seatCode: string): number[] {
  const number = Number.parseInt(seatCode.slice(1), 10) || 0
  const count = given[0]?.length ?? 0
  const starts = Array.from({ length: STARTS }, (_, i) =>
    choiceOf(content, chooseWording(content, turnOfSeat(content, number, count + i * STRIDE))),
  )
  return leastAlike(slotsOf(content), given, starts)
}

/** What was given for this constituency and counts still, newest first, as choices in the slots of `content`. */
async function givenFor(ctx: Context, campaignId: string, code: string, content: CampaignContent): Promise<Given> {
  const freed = new Date(ctx.now().getTime() - GIVEN_HOURS * HOUR)
  const newest = ctx.db
    .select({ versionId: wordingsGiven.versionId, groupId: wordingsGiven.groupId, code: wordingsGiven.code })
    .from(wordingsGiven)
    .where(
      and(
        eq(wordingsGiven.campaignId, campaignId),
        eq(wordingsGiven.constituencyCode, code),
        or(isNotNull(wordingsGiven.letterId), gt(wordingsGiven.givenAt, freed)),
      ),
    )
    .orderBy(desc(wordingsGiven.givenAt))
    .limit(COMPARED_MOST)
    .as('newest')
  const rows = await ctx.db
    .select({
      versionId: newest.versionId,
      groupId: newest.groupId,
      codes: sql`string_agg(${newest.code}, '')`.mapWith(String),
    })
    .from(newest)
    .groupBy(newest.versionId, newest.groupId)
  const slots = slotsOf(content)
  const read = await Promise.all(
    rows.map(async ({ versionId, groupId, codes }) => {
      const version = await writtenContent(ctx, versionId)
      const group = version.groups.find(({ id }) => id === groupId) ?? null
      return readChoices(codes, slotsOf(contentFor(version, group)), slots)
    }),
  )
  return slots.map((_slot, at) => joined(read.map((columns) => columns[at] ?? new Int8Array())))
}

function joined(columns: Int8Array[]): Int8Array {
  const [only] = columns
  if (columns.length === 1 && only) return only
  const all = new Int8Array(columns.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const column of columns) {
    all.set(column, at)
    at += column.length
  }
  return all
}
