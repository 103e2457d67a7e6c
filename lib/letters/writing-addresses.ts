import type { WritingStage } from './writing-stages'

/** What an address carries on: each may be empty. */
type Carried = {
  postcode?: string
  /** Where the visitor came from, printed by lib/figures/sources/source. */
  source?: string
}

/** The address of a page on which a letter to the MP of a seat is written; without a stage, of "Is this your MP?". */
export function writingAddress(slug: string, seat: string, stage?: WritingStage, carried: Carried = {}): string {
  return withQuery(`/campaigns/${slug}/write/${seat}${stage ? `/${stage}` : ''}`, carried)
}

/** The address that leads from a postcode to an MP. */
export function askAddress(slug: string, carried: Carried): string {
  return withQuery(`/campaigns/${slug}/write`, carried)
}

/** The address where a constituency is chosen by name; `find` is what was searched for, `choice` whether one was made. */
export function chooseAddress(slug: string, carried: Carried & { find?: string; choice?: string } = {}): string {
  return withQuery(`/campaigns/${slug}/choose`, carried)
}

function withQuery(path: string, { source = '', ...known }: Carried): string {
  const query = new URLSearchParams(Object.entries(known).filter(([, value]) => value !== ''))
  for (const [name, value] of new URLSearchParams(source)) query.set(name, value)
  return query.size > 0 ? `${path}?${query}` : path
}
