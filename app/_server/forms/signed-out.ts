// State: one copy in a process.
import { signInTo } from '@/lib/staff/sign-in/page-after'
import type { FormAnswer, LeavesTo, Left } from './form-answer'

// All asks of a campaign, each with all the wordings that it can have, are 58,000 characters.
const SHOWN_MOST = 100_000
/** What a field on the page costs by itself, in characters. */
const FIELD_COSTS = 500

/** Where the sign-in page finds what was written by somebody who was signed out meanwhile; `cut`: not all of it. */
export const signedOut: LeavesTo<Left<string, 'cut' | null>> = {}

/**
 * Leads to the way in, with what was typed: a session that has ended in the middle of writing loses no word. Whoever
 * never had one could post the same, so it goes no further than the longest part of a campaign does. From there it
 * leads back to `page`.
 */
export function answerSignedOut(form: FormData, page: string): FormAnswer<Left<string, 'cut' | null>> {
  const written = new Map<string, string>()
  let left = SHOWN_MOST
  for (const [name, value] of form) {
    // What was written has spaces in it; ids, dates and choices have none.
    if (typeof value !== 'string' || !/\s/.test(value.trim())) continue
    left -= value.length + (written.has(name) ? 0 : FIELD_COSTS)
    if (left < 0) break
    const before = written.get(name)
    written.set(name, before ? `${before}\n\n${value}` : value)
  }
  if (written.size === 0) return { redirect: signInTo(page) }
  const show = { values: Object.fromEntries(written), faults: [], done: left < 0 ? ('cut' as const) : null }
  return { show, by: signedOut, status: 403, at: signInTo(page) }
}
