// State: one copy in a process.
import { lowerFirst, nameField } from '@/lib/content/fields/field-names'
import type { ContentFields } from '@/lib/content/fields/fields'
import { ownOf } from '@/lib/kernel/own-property'
import { oneLine } from '@/lib/kernel/text'
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
 * leads back to `page`. Each text goes under the name that staff know its field by.
 */
export function answerSignedOut(form: FormData, page: string): FormAnswer<Left<string, 'cut' | null>> {
  const written = new Map<string, string>()
  const fields = textsIn(form)
  let left = SHOWN_MOST
  for (const [key, value] of form) {
    // What was written has spaces in it; ids, dates and choices have none.
    if (typeof value !== 'string' || !/\s/.test(value.trim())) continue
    const name = nameOf(key, fields)
    left -= value.length + (written.has(name) ? 0 : FIELD_COSTS)
    if (left < 0) break
    const before = written.get(name)
    written.set(name, before ? `${before}\n\n${value}` : value)
  }
  if (written.size === 0) return { redirect: signInTo(page) }
  const show = { values: Object.fromEntries(written), faults: [], done: left < 0 ? ('cut' as const) : null }
  return { show, by: signedOut, status: 403, at: signInTo(page) }
}

/** What was sent as the fields of a campaign's text: lists are known by a key without a dot. */
function textsIn(form: FormData): ContentFields {
  const texts = new Map<string, string[]>()
  for (const [key, value] of form) {
    const before = texts.get(key)
    if (before) before.push(`${value}`)
    else texts.set(key, [`${value}`])
  }
  return Object.fromEntries(
    [...texts].map(([key, all]) => [key, all.length === 1 && key.includes('.') ? all.join('') : all]),
  )
}

/** What stands above a field that is no part of a campaign's text, as far as its key does not say it. */
const LABELS: Record<string, string> = {
  alt: 'In words',
  body: 'Text',
  made: 'How it was made',
  site: 'Name of this installation',
  sender: 'Name of the sender',
  words: 'Words and phrases',
}

/** "Updates by e-mail: wording" of a campaign's text, an item of a list by its title, any other field by its key. */
function nameOf(key: string, fields: ContentFields): string {
  const found = nameField(key, fields)
  if (!found) return fieldWords(key)
  const isItems = found.part.list && key.startsWith(`${found.part.list.key}.`)
  return isItems || !found.field ? found.name : `${found.part.title}: ${lowerFirst(found.name)}`
}

/** A key such as `paused-why` or `lastDay` as people read it. */
function fieldWords(key: string): string {
  const words = oneLine(key.replace(/[^a-z0-9]/gi, ' ').replace(/([a-z])([A-Z])/g, '$1 $2')).toLowerCase()
  return ownOf(LABELS, key) ?? (words ? words.charAt(0).toUpperCase() + words.slice(1) : 'A text')
}
