import { ALL, meantBy } from '@/lib/campaigns/chosen-campaign'
import type { Scope } from '@/lib/figures/dashboard/scope'
import { readSpan, type Span } from '@/lib/figures/dashboard/span'
import type { Context } from '@/lib/kernel/context'
import { ownCampaigns } from '@/lib/staff/own-campaigns'

export type Query = Record<string, string | string[] | undefined>
type Asking = Pick<Context, 'actor' | 'now'>
type Campaign = { id: string; slug: string; name: string }

/** Which figures an address asks for: of which campaign, or `null` for all that they work on, and which days. */
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
export function readAsked(query: Query, campaigns: readonly Campaign[], ctx: Asking): Asked {
  const { span, faults } = readSpan(query, ctx.now())
  const typed = one(query.campaign).trim()
  const found = !typed || typed === 'all' || typed === ALL ? [] : meantBy(typed, campaigns)
  const campaign = found.length === 1 ? (found[0] ?? null) : null
  if (found.length > 1) faults.push(`“${typed}” is in the names of several campaigns: choose one below.`)
  if (typed && typed !== 'all' && typed !== ALL && found.length === 0)
    faults.push('There is no such campaign: the figures are of all of them.')
  const campaignId = campaign?.id ?? ownCampaigns(ctx)
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

export function one(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value.slice(0, 200) : ''
}
