import { and, asc, count, desc, eq, gt, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { campaigns, constituencies, letters, mpAnswers, mps } from '@/db/schema/index'
import { campaignName } from '@/lib/content/campaign-name'
import type { Context } from '@/lib/kernel/context'
import { oneLine } from '@/lib/kernel/text'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/** `find`: a part of an MP's or a constituency's name; `quote`: those alone that may be quoted. */
export const answersFilter = z.object({
  find: z.string().max(200).transform(oneLine).catch(''),
  quote: z
    .string()
    .transform((asked) => asked === 'yes')
    .catch(false),
})
export type AnswersFilter = z.infer<typeof answersFilter>

/** One answer without its words: of which MP, for which seat, of what is called which campaign, and whether it may be quoted. */
export type ListedAnswer = {
  letterId: string
  mp: string
  party: string
  constituency: string
  campaign: string
  saidAt: Date
  mayQuote: boolean
}

/** What supporters have said of MPs' answers, by MP, the newest first. Throws a `Refusal` where the actor may not see it. */
export async function listAnswers(
  ctx: Context,
  filter: AnswersFilter,
  most: number,
): Promise<{ answers: ListedAnswer[]; total: number }> {
  assertAllowed(ctx, 'answers.see')
  const [answers, [sum]] = await Promise.all([
    listed(ctx, campaignName, filtered(filter)).orderBy(asc(mps.name), desc(mpAnswers.saidAt)).limit(most),
    ctx.db
      .select({ many: count() })
      .from(mpAnswers)
      .innerJoin(letters, eq(letters.id, mpAnswers.letterId))
      .innerJoin(constituencies, eq(constituencies.code, letters.constituencyCode))
      .leftJoin(mps, eq(mps.id, letters.mpId))
      .where(filtered(filter)),
  ])
  return { answers, total: sum?.many ?? 0 }
}

/** Some answers after one, in the order of their letters' ids, with their campaigns' slugs: for going through all. */
export function answersAfter(ctx: Context, filter: AnswersFilter, after: string | null, most: number) {
  const beyond = and(filtered(filter), after ? gt(mpAnswers.letterId, after) : undefined)
  return listed(ctx, sql<string>`${campaigns.slug}`, beyond).orderBy(asc(mpAnswers.letterId)).limit(most)
}

function listed({ db }: Context, campaign: SQL<string>, where: SQL | undefined) {
  return db
    .select({
      letterId: mpAnswers.letterId,
      textSealed: mpAnswers.textSealed,
      mp: sql<string>`coalesce(${mps.name}, '')`,
      party: sql<string>`coalesce(${mps.party}, '')`,
      constituency: constituencies.name,
      campaign,
      saidAt: mpAnswers.saidAt,
      mayQuote: sql`${mpAnswers.quoteAt} is not null`.mapWith(Boolean),
    })
    .from(mpAnswers)
    .innerJoin(letters, eq(letters.id, mpAnswers.letterId))
    .innerJoin(campaigns, eq(campaigns.id, letters.campaignId))
    .innerJoin(constituencies, eq(constituencies.code, letters.constituencyCode))
    .leftJoin(mps, eq(mps.id, letters.mpId))
    .where(where)
}

function filtered({ find, quote }: AnswersFilter): SQL | undefined {
  const part = find.toLowerCase()
  const names = (column: SQL) => sql`strpos(lower(${column}), ${part}::text) > 0`
  return and(
    quote ? isNotNull(mpAnswers.quoteAt) : undefined,
    part ? or(names(sql`coalesce(${mps.name}, '')`), names(sql`${constituencies.name}`)) : undefined,
  )
}
