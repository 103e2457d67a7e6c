import { foldWords } from './fold-name'
import type { Constituency } from './seat'

/** As much of a seat as the search needs: what the browser is given. */
export type NamedSeat = Constituency & { mp: { name: string; party: string } | null }

/**
 * The seats that answer to what was typed, best first, at most `limit`: by the name of the constituency, of
 * its MP, or words of both; words may be begun only, in any order, with or without accents, commas and "and".
 */
export function searchSeats<S extends NamedSeat>(seats: readonly S[], typed: string, limit: number): S[] {
  const words = foldWords(typed)
  if (words.length === 0) return []
  return seats
    .map((seat) => ({ seat, rank: rankOf(seat, words) }))
    .filter((found): found is { seat: S; rank: number } => found.rank !== null)
    .sort((a, b) => a.rank - b.rank || compareByName(a.seat, b.seat))
    .slice(0, limit)
    .map(({ seat }) => seat)
}

/** Sorts as a person looks a name up: without regard to accents, case and punctuation. */
export function compareByName(a: Constituency, b: Constituency): number {
  const [one, other] = [folded(a.name).line, folded(b.name).line]
  return one < other ? -1 : one > other ? 1 : 0
}

const NATIONS = ['England', 'Scotland', 'Wales', 'Northern Ireland']

export type SeatGroup<S> = { nation: string; letters: { letter: string; seats: S[] }[] }

/** The seats by nation (England first), then by first letter, each in order: the list for pages without scripts. */
export function groupedSeats<S extends Constituency>(seats: readonly S[]): SeatGroup<S>[] {
  const sorted = [...seats].sort(compareByName)
  return NATIONS.map((nation) => {
    const byLetter = new Map<string, S[]>()
    for (const seat of sorted.filter((one) => one.nation === nation)) {
      const letter = folded(seat.name).line.charAt(0).toUpperCase()
      byLetter.set(letter, [...(byLetter.get(letter) ?? []), seat])
    }
    return { nation, letters: [...byLetter].map(([letter, group]) => ({ letter, seats: group })) }
  }).filter(({ letters }) => letters.length > 0)
}

/** Lower is better; null when the seat does not answer to the words. */
function rankOf(seat: NamedSeat, typed: string[]): number | null {
  const { words, line: name } = folded(seat.name)
  const mp = folded(seat.mp?.name ?? '')
  const line = typed.join(' ')
  if (name === line) return 0
  if (name.startsWith(line)) return 1
  if (beginsEach(words, typed)) return words[0]?.startsWith(typed[0] ?? '') ? 2 : 3
  if (mp.words.at(-1) === line || mp.line === line) return 4
  if (beginsEach(mp.words, typed)) return 5
  if (beginsEach([...words, ...mp.words], typed)) return 6
  // "deen" for Aberdeen: from three letters on, or everything would match.
  return line.length >= 3 && name.includes(line) ? 7 : null
}

/** Whether every word typed begins a word of its own. */
function beginsEach(words: readonly string[], typed: readonly string[]): boolean {
  const left = [...words]
  // The longest first, so that "w west" does not take "West" for its "w".
  return [...typed]
    .sort((a, b) => b.length - a.length)
    .every((word) => {
      const at = left.findIndex((one) => one.startsWith(word))
      if (at >= 0) left.splice(at, 1)
      return at >= 0
    })
}

type Folded = { words: string[]; line: string }

// Folding 650 names and MPs at each key would cost more than the search itself.
const foldedOnce = new Map<string, Folded>()

function folded(name: string): Folded {
  const known = foldedOnce.get(name)
  if (known) return known
  const words = foldWords(name)
  const made = { words, line: words.join(' ') }
  foldedOnce.set(name, made)
  return made
}
