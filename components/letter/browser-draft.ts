import { DAY } from '@/lib/kernel/time/durations'
import type { WritingStage } from '@/lib/letters/writing-stages'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'

export type TypedFields = Record<string, string[]>
/** Where the writer of a letter was: at which seat, its MP (`null` where it has none), and on which page. */
export type DraftPlace = { seat: string; mp: string | null; stage: WritingStage }
export type Draft = {
  began: string
  changed: string
  place?: DraftPlace | undefined
  fields: TypedFields
}

type Keeping = {
  place?: DraftPlace | undefined
  /** It is all that there is: nothing of what was kept before stays. */
  whole?: boolean
}

/** What belongs to the seat that a letter goes to, and not to its writer: none of it comes along to another's MP. */
const OF_THE_SEAT = ['postcode', 'constituency', 'wording', 'givenId']

/** The letter begun last in this browser for a campaign; `null` when there is none, or it is too old, or unreadable. */
export function readDraft(slug: string, now = new Date()): Draft | null {
  const [own, others] = [ownDraft(slug, now), readFrom(() => localStorage, slug, now)]
  return own && others && others.changed > own.changed ? others : (own ?? others)
}

/** The letter that this tab of the browser is at: another tab may be at another of the same campaign. */
export function ownDraft(slug: string, now = new Date()): Draft | null {
  return readFrom(() => sessionStorage, slug, now)
}

/** Keeps what was typed, over what was kept before. Gives whether the browser has it. */
export function keepDraft(
  slug: string,
  fields: TypedFields,
  { place, whole = false }: Keeping = {},
  now = new Date(),
): boolean {
  const earlier = ownDraft(slug, now) ?? readDraft(slug, now)
  const changed = now.toISOString()
  return keep(slug, {
    began: earlier?.began ?? changed,
    changed,
    place: place ?? earlier?.place,
    fields: { ...(!whole && earlier && fieldsFor(place?.seat, earlier)), ...fields },
  })
}

/** Goes on in this tab with a letter of an earlier visit, or of another tab. */
export function takeDraft(slug: string, draft: Draft): void {
  keep(slug, draft)
}

/** What a draft holds for a letter to the MP of a seat: all, or what belongs to its writer where it was for another. */
export function fieldsFor(seat: string | undefined, { place, fields }: Draft): TypedFields {
  if (!seat || !place || place.seat === seat) return fields
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !OF_THE_SEAT.includes(name)))
}

/** Forgets this tab's letter, and not one that another tab has begun since. */
export function clearDraft(slug: string): void {
  const key = keyOf(slug)
  const own = harmless(() => sessionStorage.getItem(key))
  if (own === null || own === harmless(() => localStorage.getItem(key))) harmless(() => localStorage.removeItem(key))
  harmless(() => sessionStorage.removeItem(key))
}

/** Forgets the letter that was on offer, whichever tab began it. */
export function dropDraft(slug: string): void {
  harmless(() => localStorage.removeItem(keyOf(slug)))
  clearDraft(slug)
}

/** The name under which the browser keeps it. */
export function keyOf(slug: string): string {
  return `dear-mp:draft:${slug}`
}

/** Kept for this tab, and for a later visit: the browser has it where either has room. */
function keep(slug: string, draft: Draft): boolean {
  const text = JSON.stringify(draft)
  const kept = [() => sessionStorage, () => localStorage].map((storage) =>
    harmless(() => {
      storage().setItem(keyOf(slug), text)
      return true
    }),
  )
  return kept.includes(true)
}

function readFrom(storage: () => Storage, slug: string, now: Date): Draft | null {
  return harmless(() => {
    const draft: Draft | null = JSON.parse(storage().getItem(keyOf(slug)) ?? 'null')
    if (!draft?.fields) return null
    // A letter left on a shared computer does not lie there for ever.
    if (now.getTime() - Date.parse(draft.changed) <= CONFIRM_LINK_DAYS * DAY) return draft
    storage().removeItem(keyOf(slug))
    return null
  })
}

/** Storage may be full, blocked or private: a draft is a convenience, and the letter works without it. */
function harmless<T>(work: () => T | null): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
