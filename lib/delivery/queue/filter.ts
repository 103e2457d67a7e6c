import { and, eq, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { constituencies, heldReasons, letterStates, letters, mps, reviewRuleNames } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { rowId } from '@/lib/kernel/id'
import { isDay, startOfLondonDay } from '@/lib/kernel/time/day'
import { waitsForPerson } from '@/lib/letters/held-for-person'
import { registeredDomain } from '@/lib/letters/review/mail-domains'
import { mailDomainHash } from '@/lib/letters/review/origin-hash'

const text = z
  .string()
  .trim()
  .max(100)
  .transform((typed) => typed || null)
  .nullable()
  .catch(null)

/**
 * Which letters: of a campaign, in a state, to an MP or seat by a part of the name, confirmed on a day in London, with e-mail
 * addresses of a domain, with own words that are so many per cent like an earlier letter's, from a source by a part of
 * its name, held by a rule, or for a reason now, from the network of one letter. Those that are not genuine are listed by themselves.
 */
export const letterFilter = z.object({
  campaign: rowId.nullable().catch(null),
  state: z.enum(letterStates).nullable().catch(null),
  mp: text,
  day: z.string().refine(isDay).nullable().catch(null),
  complained: z.literal('1').nullable().catch(null),
  domain: text,
  /** The keyed hash of that domain, once {@link knowDomain} has made it. */
  domainHash: text,
  alike: z.coerce.number().int().min(1).max(100).nullable().catch(null),
  source: text,
  rule: z.enum(reviewRuleNames).nullable().catch(null),
  held: z.enum(heldReasons).nullable().catch(null),
  /** Held until a person has looked. */
  look: z.literal('1').nullable().catch(null),
  network: rowId.nullable().catch(null),
  notGenuine: z.literal('1').nullable().catch(null),
})

export type LetterFilter = z.infer<typeof letterFilter>
/** The filter's fields as forms and addresses carry them. */
export const filterFields = letterFilter.omit({ domainHash: true }).keyof().options

/** What a filter asks for, as forms and addresses carry it; nothing of what it leaves open. */
export function filterValues(filter: LetterFilter): Record<string, string> {
  return Object.fromEntries(filterFields.flatMap((name) => (filter[name] ? [[name, String(filter[name])]] : [])))
}

/** A filter as it stands in an address. */
export function filterQuery(filter: LetterFilter): string {
  return new URLSearchParams(filterValues(filter)).toString()
}

/** The filter that a query asks for; what cannot be read in it is left open. */
export function filterIn(query: string): LetterFilter {
  return letterFilter.parse(Object.fromEntries(new URLSearchParams(query)))
}

/** The rules by which letters can be asked for. */
export const ruleChoices = reviewRuleNames

/** The filter with the hash of its domain, by which letters are found. */
export async function knowDomain(ctx: Context, filter: LetterFilter): Promise<LetterFilter> {
  if (!filter.domain) return filter
  return { ...filter, domainHash: await mailDomainHash(ctx, registeredDomain(filter.domain)) }
}

/** A filter as a condition on `letters`. */
export function filterWhere(filter: LetterFilter): SQL | undefined {
  const { campaign, state, mp, day, complained, domain, domainHash, alike, rule, held, network, notGenuine } = filter
  const part = partOf(mp)
  return and(
    campaign ? eq(letters.campaignId, campaign) : undefined,
    state ? eq(letters.state, state) : undefined,
    part ? inArray(letters.constituencyCode, seatsLike(part)) : undefined,
    ...(day
      ? [gte(letters.confirmedAt, startOfLondonDay(day)), lt(letters.confirmedAt, startOfLondonDay(day, 1))]
      : []),
    complained ? isNotNull(letters.complainedAt) : undefined,
    domainHash ? eq(letters.mailDomainHash, domainHash) : domain ? sql`false` : undefined,
    alike ? gte(letters.ownLikeness, alike / 100) : undefined,
    sourceWhere(partOf(filter.source)),
    rule ? eq(letters.reviewRule, rule) : undefined,
    // Both, so that they are found among what is held.
    held ? and(eq(letters.state, 'held'), eq(letters.heldReason, held)) : undefined,
    filter.look ? waitsForPerson() : undefined,
    network
      ? sql`${letters.networkHash} = (select one.network_hash from letters one where one.id = ${network})`
      : undefined,
    notGenuine ? isNotNull(letters.notGenuineAt) : isNull(letters.notGenuineAt),
  )
}

/** The seats that are named so, or whose sitting MP is. */
function seatsLike(part: string): SQL {
  return sql`(
    select seat.code from ${constituencies} seat
    left join ${mps} sitting on sitting.constituency_code = seat.code and sitting.until is null
    where seat.name ilike ${part} or sitting.name ilike ${part})`
}

function sourceWhere(part: string | null): SQL | undefined {
  if (!part) return undefined
  return sql`exists (
    select from sources where sources.id = ${letters.sourceId}
      and concat_ws(' ', utm_source, utm_medium, utm_campaign, utm_content, referrer) ilike ${part})`
}

function partOf(typed: string | null): string | null {
  return typed && `%${typed.replace(/[\\%_]/g, '\\$&')}%`
}
