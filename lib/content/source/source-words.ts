import { longDate } from '@/lib/kernel/text'
import { monthsBefore } from '@/lib/kernel/time/day'
import type { Source } from './schema'

/**
 * What a page says of a campaign's source. Each gives `null` where there is nothing to say: of another kind of source,
 * or in a draft whose source is not written yet.
 */

/** "Based on a statement by …", below the concerns. */
export function basisOf(source: Source): string | null {
  if (source.kind === 'none') return null
  const title = source.title ? `, “${source.title}”` : ''
  const date = source.date ? ` of ${dateOf(source.date)}` : ''
  if (source.kind === 'theirs')
    return source.organisation ? `Based on a statement by ${namedInFull(source)}${date}${title}.` : null
  return title || date ? `Based on our own statement${date}${title}.` : null
}

/** The same on paper, where the title is what one would look for. */
export function basisOnPaper(source: Source): string | null {
  if (source.kind !== 'theirs') return basisOf(source)
  const title = source.title ? `“${source.title}”, ` : ''
  const date = source.date ? `, ${dateOf(source.date)}` : ''
  return source.organisation ? `Based on ${title}${source.organisation}${date}.` : null
}

/** How the campaign stands to whoever made its source; of our own only where an operator is named who "we" are. */
export function relationOf(source: Source, operatorIsNamed: boolean): string | null {
  if (source.kind === 'ours') return operatorIsNamed ? 'What this campaign says and asks is our own.' : null
  if (source.kind === 'none') return null
  return source.relation || madeRelation(source)
}

/** What is said where staff have not said it themselves. */
function madeRelation(source: Pick<Theirs, 'organisation' | 'shortName'>): string | null {
  const name = source.shortName || source.organisation
  if (!name) return null
  return `The campaign quotes ${namedInFull(source)} as its source. It is not made by ${name} and claims no link to it.`
}

/** Whose contacts they are: those that somebody else's statement prints, or the campaign's own. */
export function contactsHeading(source: Source): string {
  const name = source.kind === 'theirs' && source.shortName
  return name ? `Press contacts in ${name}’s statement` : 'Press contacts'
}

/** Who stated what is cited, and when: somebody else alone, for our own page needs no "we say". */
export function creditOf(source: Source): { name: string; day: string; date: string } | null {
  if (source.kind !== 'theirs' || !source.shortName || !source.date) return null
  return { name: source.shortName, day: source.date, date: dateOf(source.date) }
}

/**
 * What a page says at its top of a source that is older than half a year: what staff wrote, or that the source knows
 * nothing of what came after. `day` is the day that it is in London.
 */
export function facingItsDate(source: Source, day: string): string | null {
  if (source.kind === 'none' || !source.date || source.date >= monthsBefore(day, 6)) return null
  if (source.today) return source.today
  const name = source.kind === 'theirs' ? source.shortName || source.organisation : ''
  if (source.kind === 'theirs' && !name) return null
  const whose = name ? `The statement by ${name}` : 'Our statement'
  return `${whose} is of ${dateOf(source.date)} and knows nothing of what came after. Ask what was done, and where it stands today.`
}

/** Over what the source states: what an old one says is happening, was happening. `day` as in {@link facingItsDate}. */
export function concernsHeading(source: Source, day: string): string {
  return facingItsDate(source, day) ? 'What was happening' : 'What is happening'
}

type Theirs = Extract<Source, { kind: 'theirs' }>

/** "Example Alliance (EA)". */
function namedInFull({ organisation, shortName }: Pick<Theirs, 'organisation' | 'shortName'>): string {
  const isShort = shortName && shortName !== organisation
  return isShort && organisation ? `${organisation} (${shortName})` : organisation || shortName
}

function dateOf(day: string): string {
  return longDate(new Date(day))
}
