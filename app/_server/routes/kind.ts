// State: one copy in a process.
import { LRUCache } from 'lru-cache'
import { type Matcher, matcherOf, respellerOf } from './address'
import { besidePages } from './beside-pages'

/** What the front has to know of a page or a route. It stands in a kind.ts beside it, where anything of it is so. */
export type Kind = {
  /** The address that it answers at instead of its folder's: next.config.mjs leads from there. */
  at?: string
  /** With it, the values of the parts in brackets that its folder has and that address has not. */
  given?: Record<string, string>
  /** It is made for everyone, and cached for some seconds. */
  cached?: true
  /** For which queries it is made for who asks all the same. */
  ownFor?: (query: string, values: Record<string, string>) => Promise<boolean>
  /** The address of the same page as it is while sign-ups are paused. */
  paused?: string
  /** The address of the page that says that there is nothing, where that is another than for its area (missing.ts). */
  missing?: string
  /** Other sites may show it in a frame: it is the same for everyone, and nothing on it acts for anybody. */
  framed?: true
  /** It holds what somebody is typing, or has just typed, also when it was not posted: Back shows it as it was left. */
  holdsTyped?: true
  /** What a visit counts for: a view of the campaign, an MP found, or a step to a letter, which tells so by itself. */
  visit?: 'view' | 'found' | 'step'
  /** The front renders it, where it was built, and the browser gets the scripts of its islands alone. */
  byFront?: true
  /** When more come than can be answered: whoever begins here comes later, or this is answered always. */
  whenBusy?: 'later' | 'always'
  /** Where a route is not read alone: the methods that it answers. */
  methods?: string[]
}

type Route = {
  address: string
  folder: string
  matched: Matcher
  respelled: (path: string) => string | null
  kind: Kind
}

const routes: Route[] = (await besidePages('kind')).map(({ address, folder, exports }) => {
  // Each kind.ts is typed by `satisfies`, and a test of the whole tree sees that it exports one.
  const kind = exports.kind as Kind
  const at = kind.at ?? address
  return { address, folder, matched: matcherOf(at), respelled: respellerOf(at), kind }
})

type Found = {
  kind: Kind
  /** The parts in brackets of its address. */
  values: Record<string, string>
  /** Where it stands below `app`; `null` where nothing is said of it. */
  folder: string | null
}

/** Asked several times for one request: paths as long as ours are, at most so many. */
const found = new LRUCache<string, Readonly<Found>>({ max: 1000 })
const LONGEST_CACHED = 200

/** What is said of what answers at a path; nothing at all, and no values, where nothing is. */
export function routeAt(path: string): Readonly<Found> {
  const known = found.get(path)
  if (known) return known
  const looked = lookAt(path)
  if (path.length <= LONGEST_CACHED) found.set(path, looked)
  return looked
}

function lookAt(path: string): Found {
  for (const { matched, kind, folder } of routes) {
    const values = matched(path)
    if (values) return { kind, values, folder }
  }
  return { kind: {}, values: {}, folder: null }
}

/** The same of a page, which a slash at the end of its path makes no other: Next leads to the path without it. */
export function pageAt(path: string): ReturnType<typeof routeAt> {
  return routeAt(withoutSlash(path))
}

/** The path that was meant where nothing answers at this one because of the case of a slug or a seat's code; else `null`. */
export function meantPath(path: string): string | null {
  const given = withoutSlash(path)
  if (routeAt(given).folder !== null) return null
  for (const { respelled } of routes) {
    const meant = respelled(given)
    if (meant !== null) return meant
  }
  return null
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}
