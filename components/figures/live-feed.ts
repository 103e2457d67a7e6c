import { MINUTE } from '@/lib/kernel/time/durations'

/** The sums that a page keeps up to date. */
export type Totals = {
  supporters: number
  letters: number
  constituencies: number
  goal: number
  /** Confirmed in the last 24 hours. */
  lastDay: number
  /** When it was counted, as an ISO date: the later one holds. */
  updatedAt: string
}

/** What is asked for again and again while anybody listens; `latest` is null until the first answer. */
export type LiveFeed = { latest: Totals | null; listen(changed: () => void): () => void }

/** Keeps asking at `address` while somebody listens and the tab is seen, one question at a time. */
export function liveFeed(address: string): LiveFeed {
  const listeners = new Set<() => void>()
  const own: LiveFeed = { latest: null, listen }
  let wait = nextWait(null, 'same')
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = false
  return own

  function listen(changed: () => void): () => void {
    listeners.add(changed)
    if (listeners.size === 1) {
      document.addEventListener('visibilitychange', schedule)
      schedule()
    }
    return () => {
      listeners.delete(changed)
      if (listeners.size > 0) return
      document.removeEventListener('visibilitychange', schedule)
      clearTimeout(timer)
    }
  }

  /** Nothing is asked while the tab is hidden, nor once nobody listens; whoever comes back does not wait long. */
  function schedule(): void {
    clearTimeout(timer)
    if (document.hidden || listeners.size === 0 || asking) return
    timer = setTimeout(ask, jittered(wait))
  }

  async function ask(): Promise<void> {
    asking = true
    wait = nextWait(wait, await outcome())
    asking = false
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

function sums({ supporters, letters, constituencies, goal, lastDay }: Totals): number[] {
  return [supporters, letters, constituencies, goal, lastDay]
}

const FIRST_MS = 12_000
const SLOWEST_MS = 2 * MINUTE
const SLOWEST_AFTER_FAULT_MS = 10 * MINUTE

export type Outcome = 'changed' | 'same' | 'failed'

/**
 * How long to wait before asking again, in milliseconds: soon while figures move, ever longer while they do not, and
 * longer still while there is no answer.
 */
export function nextWait(last: number | null, outcome: Outcome): number {
  if (last === null || outcome === 'changed') return FIRST_MS
  if (outcome === 'failed') return Math.min(SLOWEST_AFTER_FAULT_MS, last * 2)
  return Math.min(SLOWEST_MS, last * 1.5)
}

/** A third more or less by chance, so that those who came together do not ask together. */
export function jittered(wait: number, chance = Math.random()): number {
  return wait * (2 / 3 + chance * (2 / 3))
}
