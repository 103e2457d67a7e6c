import { useEffect, useState } from 'react'
import type { Beside, Both, LetterInTurn, SlotsInWords } from '@/lib/writing/draft-as-letter-type'

/** Told to the window when the server has looked at what is typed. */
const SEEN = 'draft-seen'

export type Fault = { field: string; message: string }
export type Advised = Fault & { both?: Both }
/** What the server says of a draft: what keeps it from going live, what would make it better, and its letters. */
export type Seen = {
  faults: Fault[]
  advice: Advised[]
  beside: Beside | null
  three: LetterInTurn[]
  slots: SlotsInWords | null
}

/** Passes on what the server has seen to everything on the page that shows it. */
export function tellSeen(seen: Seen): void {
  window.dispatchEvent(new CustomEvent<Seen>(SEEN, { detail: seen }))
}

/** What `of` takes of the newest that the server has seen; `first` until then, and where it takes nothing. */
export function useSeen<T>(first: T, of: (seen: Seen) => T | null): T {
  const [shown, setShown] = useState(first)
  useEffect(() => {
    const follow = (event: Event) => {
      const next = of((event as CustomEvent<Seen>).detail)
      if (next !== null) setShown(next)
    }
    window.addEventListener(SEEN, follow)
    return () => window.removeEventListener(SEEN, follow)
  }, [of])
  return shown
}
