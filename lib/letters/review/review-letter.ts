import { sql } from 'drizzle-orm'
import type { ReviewRule } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import type { OpenLetter } from '@/lib/letters/find'
import { isShared } from './big-providers'
import { confirmedWithin, spans } from './confirmed-within'
import { heldWords, reviewWords } from './held-words'
import { listedDomain, mailDomains, registeredDomain } from './mail-domains'
import { isOutsideUk } from './outside-uk'
import { ownLikeness } from './own-likeness'
import { type ReviewRules, reviewRules } from './rules'

/** Why a person has to look at a letter, in words for staff that hold nothing of its writer's. */
export type Found = { rule: ReviewRule; note: string }
/** What the rules make of a letter that is about to be confirmed. */
export type Judged = { found: Found | null; ownLikeness: number }

/**
 * Judges a letter by every rule, in the order of how much each tells; the first that holds it is named. `lifted`:
 * the rules that go by figures and by the address do not count, and what staff have listed by name does.
 */
export async function judge(ctx: Context, letter: OpenLetter, lifted: boolean): Promise<Judged> {
  const rules = await reviewRules(ctx)
  const least = rules.alikePercent / 100
  const alike = lifted ? { highest: 0, many: 0 } : await ownLikeness(ctx, letter, least)
  const found =
    (await byWords(ctx, letter)) ??
    (await byWatchedDomain(ctx, letter)) ??
    (lifted
      ? null
      : (byLikeness(rules, alike.many) ?? (await byFigures(ctx, letter, rules)) ?? byAddress(rules, letter)))
  return { found, ownLikeness: alike.highest }
}

/** The MP reads the subject, the text and the name. */
async function byWords(ctx: Context, { text, person }: OpenLetter): Promise<Found | null> {
  return reviewWords([text?.subject, text?.body, person?.name].join('\n'), await heldWords(ctx))
}

async function byWatchedDomain(ctx: Context, { person }: OpenLetter): Promise<Found | null> {
  const listed = person && listedDomain(person.email, (await mailDomains(ctx)).watch)
  return listed
    ? { rule: 'watched-domain', note: `Its writer’s e-mail is of ${listed}, which is on the list of domains to watch.` }
    : null
}

function byLikeness({ alike, alikePercent }: ReviewRules, many: number): Found | null {
  if (alike === 0 || many < alike) return null
  const note = `Beyond the campaign’s wording it is at least ${alikePercent}% like ${many} earlier letters to the same MP; ${alike} go.`
  return { rule: 'likeness', note }
}

async function byFigures(ctx: Context, letter: OpenLetter, rules: ReviewRules): Promise<Found | null> {
  const asked = figures(letter, rules).flatMap(({ of, ...rule }) =>
    rule.most > 0 && of ? [{ ...rule, condition: of, span: spans[rule.span], within: rule.span }] : [],
  )
  const counts = await confirmedWithin(ctx, asked)
  const broken = asked.find(({ most }, at) => (counts[at] ?? 0) >= most)
  if (!broken) return null
  const { rule, most, words, within } = broken
  return { rule, note: `More than ${most} letters were confirmed ${words} within ${within}.` }
}

function figures({ networkHash, mailDomainHash, constituencyCode, person }: OpenLetter, rules: ReviewRules) {
  const network = networkHash && sql`network_hash = ${networkHash}`
  const domain = mailDomainHash && person && !isShared(registeredDomain(person.email))
  const fromNetwork = { rule: 'network', of: network, words: 'from one network' } as const
  return [
    { ...fromNetwork, most: rules.networkTenMinutes, span: 'ten minutes' },
    { ...fromNetwork, most: rules.networkHour, span: 'an hour' },
    { ...fromNetwork, most: rules.networkDay, span: 'a day' },
    {
      rule: 'mail-domain',
      of: domain ? sql`mail_domain_hash = ${mailDomainHash}` : null,
      words: 'with e-mail addresses of one unusual domain',
      most: rules.mailDomainDay,
      span: 'a day',
    },
    {
      rule: 'burst',
      of: sql`constituency_code = ${constituencyCode}`,
      words: 'to one MP',
      most: rules.burstHour,
      span: 'an hour',
    },
  ] as const
}

function byAddress({ address }: ReviewRules, { text }: OpenLetter): Found | null {
  if (!address || !text || !isOutsideUk(text)) return null
  return { rule: 'address', note: 'Its postal address names a place or a postcode outside the United Kingdom.' }
}
