import type { Scope } from '@/lib/figures/dashboard/scope'
import { readSpan, type Span } from '@/lib/figures/dashboard/span'

export type Query = Record<string, string | string[] | undefined>
type Campaign = { id: string; slug: string; name: string }

/** Which figures an address asks for: of which campaign, or `null` for all of them, and which days. */
export type Asked = {
  campaign: Campaign | null
  span: Span
  faults: string[]
  /** Campaigns that could have been meant, where what was typed names several. */
  meant: Campaign[]
  scope: Scope
  before: Scope
  query: Query
}

/** So many are offered at once. */
const MEANT_MOST = 10

/**
 * Reads the address. A campaign is named by its slug, by its name, or by any words of it that no other has; one that is
 * unknown is said to be, and all are shown.
 */
export function readAsked(query: Query, campaigns: readonly Campaign[], now: Date): Asked {
  const { span, faults } = readSpan(query, now)
  const typed = one(query.campaign).trim()
  const found = !typed || typed === 'all' || typed === ALL ? [] : meantBy(typed, campaigns)
  const campaign = found.length === 1 ? (found[0] ?? null) : null
  if (found.length > 1) faults.push(`“${typed}” is in the names of several campaigns: choose one below.`)
  if (typed && typed !== 'all' && typed !== ALL && found.length === 0)
    faults.push('There is no such campaign: the figures are of all of them.')
  const campaignId = campaign?.id ?? null
  return {
    campaign,
    span,
    faults,
    meant: found.length > 1 ? found.slice(0, MEANT_MOST) : [],
    scope: { campaignId, from: span.from, to: span.to },
    before: { campaignId, ...span.before },
    query,
  }
}

/** What all campaigns together are called where one is typed. */
export const ALL = 'All campaigns'

/** The same campaigns, those of equal names told apart by their age: "Save our library (2 of 3)". */
export function toldApart<C extends Campaign>(campaigns: readonly C[]): C[] {
  const many = new Map<string, number>()
  for (const { name } of campaigns) many.set(name, (many.get(name) ?? 0) + 1)
  const seen = new Map<string, number>()
  return campaigns.map((each) => {
    const of = many.get(each.name) ?? 1
    const at = (seen.get(each.name) ?? 0) + 1
    seen.set(each.name, at)
    return of > 1 ? { ...each, name: `${each.name} (${at} of ${of})` } : each
  })
}

function meantBy(typed: string, campaigns: readonly Campaign[]): Campaign[] {
  const bySlug = campaigns.find(({ slug }) => slug === typed)
  if (bySlug) return [bySlug]
  const words = typed.toLocaleLowerCase('en-GB')
  const named = campaigns.filter(({ name }) => name.toLocaleLowerCase('en-GB') === words)
  return named.length > 0 ? named : campaigns.filter(({ name }) => name.toLocaleLowerCase('en-GB').includes(words))
}

export function one(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value.slice(0, 200) : ''
}
