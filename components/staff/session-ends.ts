import { MINUTE } from '@/lib/kernel/time/durations'

/** When a session ends, as one browser tells the time: in any case, and if nothing more is asked in it. */
export type SessionEnds = { ends: number; idleEnds: number | null }

/** Milliseconds before the end at which the warning is shown. */
export const WARN_MS = 2 * MINUTE
/** The same in words. */
export const WARN_WORDS = 'two minutes'

export type SessionPhase = 'quiet' | 'idle-soon' | 'ends-soon' | 'over'

/** What to say at a moment. Where both ends are near, the one that cannot be put off counts. */
export function sessionPhase({ ends, idleEnds }: SessionEnds, now: number): SessionPhase {
  if (now >= Math.min(ends, idleEnds ?? ends)) return 'over'
  if (now >= ends - WARN_MS) return 'ends-soon'
  return idleEnds !== null && now >= idleEnds - WARN_MS ? 'idle-soon' : 'quiet'
}

/** Of two tabs of one session, the one that asked last knows better when it is idle. */
export function later(one: SessionEnds, other: SessionEnds | null): SessionEnds {
  if (!other || other.idleEnds === null || one.idleEnds === null) return one
  return other.idleEnds > one.idleEnds && Math.abs(other.ends - one.ends) < WARN_MS ? other : one
}

const KEPT = 'dear-mp:staff-session'

/** Lets the browser's other tabs know until when the session lasts. */
export function tellOtherTabs(ends: SessionEnds): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(ends))
  } catch {
    // Where the browser keeps nothing, each tab counts for itself.
  }
}

/** What the tab that asked last has noted. */
export function fromOtherTabs(): SessionEnds | null {
  try {
    const noted: SessionEnds | null = JSON.parse(localStorage.getItem(KEPT) ?? 'null')
    return Number.isFinite(noted?.ends) ? noted : null
  } catch {
    return null
  }
}
