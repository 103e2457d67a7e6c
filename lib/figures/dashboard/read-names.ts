import { codeIn } from '@/lib/content/fields/seat-names'
import { nearestName } from '@/lib/content/who-is-meant'
import type { Seat } from '@/lib/directory/lookup'
import { counted, grouped } from '@/lib/kernel/text'

export const MOST_LINES = 1000
const MOST_CHARACTERS = 100_000
const MOST_OF_LINE = 200
/** So many lines that name nobody are told one by one. */
const TOLD = 10

/** What a pasted list of names comes to. */
type Named = { codes: string[]; unknown: { line: number; text: string }[] }

/** The constituencies of a pasted list, a name of one or of an MP to a line; a fault in words where it is too long. */
export function readNames(pasted: string, seats: readonly Seat[]): Named | { fault: string } {
  if (pasted.length > MOST_CHARACTERS)
    return { fault: `The list is too long: ${grouped(MOST_CHARACTERS)} characters fit` }
  const lines = pasted.split(/\r\n?|\n/)
  const written = lines.flatMap((text, at) => (text.trim() ? [{ line: at + 1, text: text.trim() }] : []))
  if (written.length > MOST_LINES) return { fault: `The list is too long: ${grouped(MOST_LINES)} lines fit` }
  const codeOf = codeIn(seats)
  const read = written.map((each) => ({ ...each, code: codeOf(each.text.slice(0, MOST_OF_LINE)) }))
  return {
    codes: [...new Set(read.flatMap(({ code }) => code ?? []))],
    unknown: read.flatMap(({ code, line, text }) => (code ? [] : [{ line, text }])),
  }
}

/** What of a list names nobody, with what was meant where that is near. */
export function unknownWords(unknown: Named['unknown'], seats: readonly Seat[]): string {
  const names = seats.flatMap(({ name, mp }) => (mp ? [name, mp.name] : [name]))
  const told = unknown.slice(0, TOLD).map(({ line, text }) => {
    const near = nearestName(text, names)
    return `line ${line}, “${text.length > 60 ? `${text.slice(0, 60)} …` : text}”${near ? ` (do you mean “${near}”?)` : ''}`
  })
  const more = unknown.length > TOLD ? `; and ${grouped(unknown.length - TOLD)} more` : ''
  const count = counted(unknown.length, 'line')
  return `${count} ${unknown.length === 1 ? 'names' : 'name'} no constituency and no MP, or more than one: ${told.join('; ')}${more}`
}
