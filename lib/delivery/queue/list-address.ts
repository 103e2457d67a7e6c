import { filterQuery, type LetterFilter } from './filter'

/** The address of the list of letters by a filter, and what came of something. */
export function listAddress(filter: LetterFilter, more: Record<string, string> = {}): string {
  const asked = new URLSearchParams(filterQuery(filter))
  for (const [name, value] of Object.entries(more)) asked.set(name, value)
  return asked.size > 0 ? `/staff/letters?${asked}` : '/staff/letters'
}

/** The address of a letter where one goes through all that a filter lets through, and what came of the one before. */
export function walkAddress(letterId: string, filter: LetterFilter, more: Record<string, string> = {}): string {
  return `/staff/letters/${letterId}?${new URLSearchParams({ walk: filterQuery(filter), ...more })}`
}
