import { type Asked as AskedFigures, one, type Query, readAsked } from '@/app/staff/_figures/asked'
import { narrowers } from '@/app/staff/_figures/narrowed'

export const views = ['overview', 'time', 'places', 'sources', 'letters'] as const
export type View = (typeof views)[number]

/** What the dashboard's address asks for. */
export type Asked = AskedFigures & { view: View }

export function readView(...asked: Parameters<typeof readAsked>): Asked {
  const [query] = asked
  return { ...readAsked(...asked), view: oneOf(views, query.view, 'overview') }
}

/** The address of the same figures seen otherwise: what `change` names is replaced, and the rest stays. */
export function addressOf(
  asked: Pick<Asked, 'campaign' | 'span' | 'query' | 'view'>,
  change: Record<string, string>,
): string {
  const { campaign, span, query, view } = asked
  const kept = { campaign: campaign?.slug ?? 'all', from: span.from, to: span.to, view, ...given(query, narrowers) }
  const own: Record<string, string> = { ...kept, ...(change.view ? {} : given(query, OWN)), ...change }
  return `/staff/dashboard?${new URLSearchParams(Object.entries(own).filter(([, value]) => value !== ''))}`
}

/** What the views themselves keep in the address. */
const OWN = ['by', 'kind', 'sort', 'up', 'q', 'drawn', 'reached', 'majority', 'seats', 'page'] as const

function given(query: Query, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, one(query[name])]))
}

export function oneOf<T extends string>(known: readonly T[], value: string | string[] | undefined, usual: T): T {
  return known.find((each) => each === value) ?? usual
}
