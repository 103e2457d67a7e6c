import { useSyncExternalStore } from 'react'
import { type LiveFeed, liveFeed, type Totals } from './live-feed'

const feeds = new Map<string, LiveFeed>()

/** The campaign's figures as the page came, and then as they move on; one question at a time however many listen. */
export function useLiveFigures(slug: string, asRendered: Totals): Totals {
  const feed = feedOf(slug)
  return useSyncExternalStore(
    feed.listen,
    () => newerOf(feed.latest, asRendered),
    () => asRendered,
  )
}

/** A page made after the last answer knows better. */
function newerOf(latest: Totals | null, asRendered: Totals): Totals {
  return latest && latest.updatedAt >= asRendered.updatedAt ? latest : asRendered
}

function feedOf(slug: string): LiveFeed {
  const known = feeds.get(slug)
  if (known) return known
  const made = liveFeed(`/api/campaigns/${slug}/figures?only=totals`)
  feeds.set(slug, made)
  return made
}
