import { and, desc, eq, gt, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { wordingsGiven } from '@/db/schema/index'
import type { CampaignContent } from '@/lib/content/content'
import { contentFor, groupOf } from '@/lib/content/content-for-mp'
import { type LiveCampaign, writtenContent } from '@/lib/content/find-campaign'
import type { Seat } from '@/lib/directory/lookup'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { isId } from '@/lib/kernel/id'
import { HOUR } from '@/lib/kernel/time/durations'
import { chooseWording } from './choose-wording'
import { countGiven, type GivenBefore, noneBefore, numbersIn } from './given-before'
import { letterKit } from './letter-kit'
import type { Wish } from './plan'
import { printWording, type Wording } from './wording'

/** How long a combination stays somebody's before they have written, in hours. */
export const GIVEN_HOURS = 24
/** Among more than these every combination has come round; the newest are those to differ from. */
const COMPARED_MOST = 20_000

export type Giving = { id: string; wording: Wording }

/**
 * Gives the wording that an office would find least like all that were given for this constituency within the last
 * day, or used in a letter at any time; and keeps that it was given, under the id that comes with it. One caller at a
 * time for a constituency, on every instance: the next sees this one's.
 */
export function giveWording(ctx: Context, campaign: LiveCampaign, seat: Seat, wish: Wish): Promise<Giving> {
  return inTransaction(ctx, async (inner) => {
    const { wording, row } = await nextWording(inner, campaign, seat, wish)
    const id = crypto.randomUUID()
    await inner.db.insert(wordingsGiven).values({ id, campaignId: campaign.id, constituencyCode: seat.code, ...row })
    return { id, wording }
  })
}

/**
 * Gives another wording in place of one that was given and is not used, for somebody who chose otherwise since:
 * the one that they had is free again. `null` where none was given under this id.
 */
export function giveAnother(
  ctx: Context,
  campaign: LiveCampaign,
  seat: Seat,
  wish: Wish,
  id: string,
): Promise<Giving | null> {
  if (!isId(id)) return Promise.resolve(null)
  const mine = and(
    eq(wordingsGiven.id, id),
    eq(wordingsGiven.campaignId, campaign.id),
    eq(wordingsGiven.constituencyCode, seat.code),
    isNull(wordingsGiven.letterId),
  )
  return inTransaction(ctx, async (inner) => {
    // Asked first: with an id that was made up, a stranger would have all that was given read for nothing.
    const [known] = await inner.db.select({ id: wordingsGiven.id }).from(wordingsGiven).where(mine)
    if (!known) return null
    const { wording, row } = await nextWording(inner, campaign, seat, wish, id)
    const [given] = await inner.db.update(wordingsGiven).set(row).where(mine).returning({ id: wordingsGiven.id })
    return given ? { id, wording } : null
  })
}

/** The next wording, and the row by which it is kept; `without` is one that does not count. */
async function nextWording(ctx: Context, campaign: LiveCampaign, seat: Seat, wish: Wish, without?: string) {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${campaign.id} ${seat.code}`}, 0))`)
  const group = groupOf(campaign.content, seat)
  const content = contentFor(campaign.content, group)
  const before = await givenFor(ctx, campaign.id, seat.code, content, without)
  const wording = chooseWording(letterKit(content), before, wish, numberOf(seat))
  const row = {
    versionId: campaign.versionId,
    groupId: group?.id ?? '',
    code: printWording(wording),
    givenAt: ctx.now(),
  }
  return { wording, row }
}

function numberOf({ code }: Seat): number {
  return Number.parseInt(code.slice(1), 10) || 0
}

/** What was given for this constituency and counts still, oldest first, counted in the sentences of `content`. */
async function givenFor(
  ctx: Context,
  campaignId: string,
  code: string,
  content: CampaignContent,
  without?: string,
): Promise<GivenBefore> {
  const freed = new Date(ctx.now().getTime() - GIVEN_HOURS * HOUR)
  const newest = ctx.db
    .select({
      versionId: wordingsGiven.versionId,
      groupId: wordingsGiven.groupId,
      code: wordingsGiven.code,
      givenAt: wordingsGiven.givenAt,
      id: wordingsGiven.id,
    })
    .from(wordingsGiven)
    .where(
      and(
        eq(wordingsGiven.campaignId, campaignId),
        eq(wordingsGiven.constituencyCode, code),
        without === undefined ? undefined : ne(wordingsGiven.id, without),
        or(isNotNull(wordingsGiven.letterId), gt(wordingsGiven.givenAt, freed)),
      ),
    )
    .orderBy(desc(wordingsGiven.givenAt), desc(wordingsGiven.id))
    .limit(COMPARED_MOST)
    .as('newest')
  const rows = await ctx.db
    .select({
      versionId: newest.versionId,
      groupId: newest.groupId,
      codes: sql`string_agg(${newest.code}, '' order by ${newest.givenAt}, ${newest.id})`.mapWith(String),
    })
    .from(newest)
    .groupBy(newest.versionId, newest.groupId)
    .orderBy(sql`max(${newest.givenAt})`, newest.versionId, newest.groupId)
  const kit = letterKit(content)
  const before = noneBefore(kit)
  for (const { versionId, groupId, codes } of rows) {
    const version = await writtenContent(ctx, versionId)
    const group = version.groups.find(({ id }) => id === groupId) ?? null
    countGiven(kit, { printed: codes, numbers: numbersIn(kit, letterKit(contentFor(version, group))) }, before)
  }
  return before
}
