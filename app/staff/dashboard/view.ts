import { type Asked as AskedFigures, one, type Query, readAsked } from '@/app/staff/_figures/asked'

export const views = ['overview', 'time', 'places', 'sources', 'letters'] as const
export type View = (typeof views)[number]

/** What the dashboard's address asks for. */
export type Asked = AskedFigures & { view: View }

export function readView(query: Query, campaigns: Parameters<typeof readAsked>[1], now: Date): Asked {
  return { ...readAsked(query, campaigns, now), view: oneOf(views, query.view, 'overview') }
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

export function oneOf<T extends string>(known: readonly T[], value: string | string[] | undefined, usual: T): T {
  return known.find((each) => each === value) ?? usual
}
