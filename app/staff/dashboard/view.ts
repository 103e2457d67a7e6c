import type { Scope } from '@/lib/figures/dashboard/scope'
import { readSpan, type Span } from '@/lib/figures/dashboard/span'

export const views = ['overview', 'time', 'places', 'sources', 'letters'] as const
export type View = (typeof views)[number]

type Query = Record<string, string | string[] | undefined>
type Campaign = { id: string; slug: string; title: string | null }

/** What the dashboard's address asks for. */
export type Asked = {
  view: View
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
    view: oneOf(views, query.view, 'overview'),
    campaign,
    span,
    faults,
    scope: { campaignId, from: span.from, to: span.to },
    before: { campaignId, ...span.before },
    query,
  }
}

/** The address of the same figures seen otherwise: what `change` names is replaced, and the rest stays. */
export function addressOf({ campaign, span, query, view }: Asked, change: Record<string, string>): string {
  const kept = { campaign: campaign?.slug ?? 'all', from: span.from, to: span.to, view }
  const own: Record<string, string> = { ...kept, ...(change.view ? {} : ownOf(query)), ...change }
  return `/staff/dashboard?${new URLSearchParams(Object.entries(own).filter(([, value]) => value !== ''))}`
}

/** What the views themselves keep in the address. */
function ownOf(query: Query): Record<string, string> {
  return Object.fromEntries(['by', 'kind', 'sort', 'q'].map((name) => [name, one(query[name])]))
}

export function one(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value.slice(0, 200) : ''
}

export function oneOf<T extends string>(known: readonly T[], value: string | string[] | undefined, usual: T): T {
  return known.find((each) => each === value) ?? usual
}
