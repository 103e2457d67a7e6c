import { DAY } from '@/lib/kernel/time/durations'
import type { WritingStage } from '@/lib/letters/writing-stages'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'

export type TypedFields = Record<string, string[]>
/** Where the writer of a letter was: at which seat, its MP (`null` where it has none), and on which page. */
export type DraftPlace = { seat: string; mp: string | null; stage: WritingStage }
export type Draft = {
  began: string
  changed: string
  /** The tab that kept it last. */
  tab?: string | null
  place?: DraftPlace | undefined
  fields: TypedFields
}

type Keeping = {
  place?: DraftPlace | undefined
  /** It is all that there is: nothing of what was kept before stays. */
  whole?: boolean
}

/** The letter begun in this browser for a campaign; `null` when there is none, or it is too old, or unreadable. */
export function readDraft(slug: string, now = new Date()): Draft | null {
  return harmless(() => {
    const draft: Draft | null = JSON.parse(localStorage.getItem(keyOf(slug)) ?? 'null')
    if (!draft?.fields) return null
    // A letter left on a shared computer does not lie there for ever.
    if (now.getTime() - Date.parse(draft.changed) <= CONFIRM_LINK_DAYS * DAY) return draft
    localStorage.removeItem(keyOf(slug))
    return null
  })
}

/** Keeps what was typed, over what was kept before. Gives whether the browser has it. */
export function keepDraft(
  slug: string,
  fields: TypedFields,
  { place, whole = false }: Keeping = {},
  now = new Date(),
): boolean {
  const kept = harmless(() => {
    const earlier = readDraft(slug, now)
    const changed = now.toISOString()
    const draft: Draft = {
      began: earlier?.began ?? changed,
      changed,
      tab: thisTab(),
      place: place ?? earlier?.place,
      fields: { ...(!whole && earlier?.fields), ...fields },
    }
    localStorage.setItem(keyOf(slug), JSON.stringify(draft))
    return draft
  })
  return kept !== null
}

/** An id of this tab of the browser; `null` where it keeps none. */
export function thisTab(): string | null {
  return harmless(() => {
    const known = sessionStorage.getItem('dear-mp:tab')
    if (known) return known
    const made = Math.random().toString(36).slice(2)
    sessionStorage.setItem('dear-mp:tab', made)
    return made
  })
}

export function clearDraft(slug: string): void {
  harmless(() => {
    localStorage.removeItem(keyOf(slug))
    return null
  })
}

/** The name under which the browser keeps it. */
export function keyOf(slug: string): string {
  return `dear-mp:draft:${slug}`
}

/** Storage may be full, blocked or private: a draft is a convenience, and the letter works without it. */
function harmless<T>(work: () => T | null): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
