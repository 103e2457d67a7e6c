import type { Scope } from '@/lib/figures/dashboard/scope'
import { readSpan, type Span } from '@/lib/figures/dashboard/span'

export type Query = Record<string, string | string[] | undefined>
type Campaign = { id: string; slug: string; name: string }

/** Which figures an address asks for: of which campaign, or `null` for all of them, and which days. */
export type Asked = {
  campaign: Campaign | null
  span: Span
  faults: string[]
  scope: Scope
  before: Scope
  query: Query
}

/** Reads the address. An unknown campaign is said to be one, and all are shown. */
export function readAsked(query: Query, campaigns: readonly Campaign[], now: Date): Asked {
  const { span, faults } = readSpan(query, now)
  const slug = one(query.campaign)
  const campaign = campaigns.find((each) => each.slug === slug) ?? null
  if (slug && slug !== 'all' && !campaign) faults.push('There is no such campaign: the figures are of all of them.')
  const campaignId = campaign?.id ?? null
  return {
    campaign,
    span,
    faults,
    scope: { campaignId, from: span.from, to: span.to },
    before: { campaignId, ...span.before },
    query,
  }
}

export function one(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value.slice(0, 200) : ''
}
