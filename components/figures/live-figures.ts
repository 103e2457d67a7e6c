import { useSyncExternalStore } from 'react'
import { jittered, nextWait, type Outcome } from './live-wait'

/** The sums that a page keeps up to date. */
export type Totals = { supporters: number; letters: number; constituencies: number; goal: number }

type Feed = { latest: Totals | null; listen(changed: () => void): () => void }

const feeds = new Map<string, Feed>()

/** The campaign's figures as the page came, and then as they move on; one question at a time however many listen. */
export function useLiveFigures(slug: string, asRendered: Totals): Totals {
  const feed = feedOf(slug)
  return useSyncExternalStore(
    feed.listen,
    () => feed.latest ?? asRendered,
    () => asRendered,
  )
}

function feedOf(slug: string): Feed {
  const known = feeds.get(slug)
  if (known) return known
  const made = feed(`/api/campaigns/${slug}/figures?only=totals`)
  feeds.set(slug, made)
  return made
}

function feed(address: string): Feed {
  const listeners = new Set<() => void>()
  const own: Feed = { latest: null, listen }
  let wait = nextWait(null, 'same')
  let timer: ReturnType<typeof setTimeout> | undefined
  return own

  function listen(changed: () => void): () => void {
    if (listeners.size === 0) {
      document.addEventListener('visibilitychange', schedule)
      schedule()
    }
    listeners.add(changed)
    return () => {
      listeners.delete(changed)
      if (listeners.size > 0) return
      document.removeEventListener('visibilitychange', schedule)
      clearTimeout(timer)
    }
  }

  /** Nothing is asked while the tab is hidden; whoever comes back to it does not wait long. */
  function schedule(): void {
    clearTimeout(timer)
    if (document.hidden) return
    timer = setTimeout(ask, jittered(wait))
  }

  async function ask(): Promise<void> {
    wait = nextWait(wait, await outcome())
    schedule()
  }

  async function outcome(): Promise<Outcome> {
    try {
      const response = await fetch(address)
      if (!response.ok) return 'failed'
      const next: Totals = await response.json()
      const same = own.latest && JSON.stringify(sums(own.latest)) === JSON.stringify(sums(next))
      if (same) return 'same'
      own.latest = next
      for (const changed of listeners) changed()
      return 'changed'
    } catch {
      return 'failed'
    }
  }
}

function sums({ supporters, letters, constituencies, goal }: Totals): number[] {
  return [supporters, letters, constituencies, goal]
}
