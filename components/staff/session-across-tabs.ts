import type { SessionEnds } from './session-ends'

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
