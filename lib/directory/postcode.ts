import { withoutPiles } from '@/lib/kernel/text'
import { territoryOf } from './overseas-territories'

export type ParsedPostcode =
  /** Well formed: whether it exists is for the look-up to say. */
  | { kind: 'postcode'; postcode: string; compact: string }
  /** Guernsey, Jersey, Isle of Man: no seat at Westminster. */
  | { kind: 'crown_dependency'; postcode: string; compact: string }
  /** A British overseas territory, by its name: no seat at Westminster. */
  | { kind: 'overseas_territory'; postcode: string; territory: string }
  /** Forces mail: `BF1 2AA`, or the older "BFPO 12". */
  | { kind: 'bfpo'; postcode: string }
  /** `readings`: where it could be more than one postcode, each of them. */
  | { kind: 'malformed'; typed: string; readings?: readonly string[] }

/**
 * Reads a postcode as typed: any spacing, case, width and punctuation; O for 0 and I or l for 1 (and back) are repaired
 * where only one can stand. `compact` is "SW1A0AA". Royal Mail's rule (Programmers' Guide to the Postcode Address File;
 * BS 7666), with Newport's old NPT, which ONS still has; not L, S, Z, B for digits: each is another real postcode.
 */
export function parsePostcode(typed: string): ParsedPostcode {
  return postcodeReadings(typed, 1)[0] ?? { kind: 'malformed', typed }
}

/** What a text as a whole can be read as, the likeliest first: more than one postcode only where a small L stands in it. */
export function postcodeReadings(typed: string, most = SHAPES.length): ParsedPostcode[] {
  const text = stripped(typed)
  if (/^BFP[O0]/i.test(text)) return [{ kind: 'bfpo', postcode: `BFPO ${/^\d+/.exec(text.slice(4)) ?? ''}`.trim() }]
  const old = oldForm(text)
  const readings = old ? [old] : repaired(text, most)
  if (readings.length > 0) return readings.map(kindOf)
  const overseas = territoryOf(text)
  return overseas ? [{ kind: 'overseas_territory', ...overseas }] : []
}

function kindOf(compact: string): ParsedPostcode {
  const postcode = `${compact.slice(0, -3)} ${compact.slice(-3)}`
  if (/^BF\d/.test(compact)) return { kind: 'bfpo', postcode }
  if (/^GX/.test(compact)) return { kind: 'overseas_territory', postcode, territory: 'Gibraltar' }
  if (/^(GY|JE|IM)\d/.test(compact)) return { kind: 'crown_dependency', postcode, compact }
  return { kind: 'postcode', postcode, compact }
}

/** A postcode as postcodes are written, "SW1A 0AA"; empty where what was typed is none. */
export function writtenPostcode(typed: string): string {
  const parsed = parsePostcode(typed)
  return parsed.kind === 'malformed' ? '' : parsed.postcode
}

/** Nobody types more where a postcode is asked for, an address pasted whole included. */
export const LONGEST_TYPED = 100

/** Without spaces, invisible characters and punctuation; case stays, since a small L can mean 1. */
function stripped(typed: string): string {
  if (typed.length > LONGEST_TYPED) return ''
  return withoutPiles(typed)
    .normalize('NFKC')
    .replace(/[\s\p{C}\p{M}\p{P}]/gu, '')
}

/** The two outward codes that follow no pattern. */
function oldForm(text: string): string | null {
  if (/^G[I1]R[O0]AA$/i.test(text)) return 'GIR0AA'
  if (!/^NPT.[A-Z]{2}$/i.test(text)) return null
  const sector = readAs(text.charAt(3), 'digit')
  return sector && `NPT${sector}${text.slice(4).toUpperCase()}`
}

const MAY_STAND = {
  area: /[A-Z]/,
  // No area has I as its second letter, so there it is always a 1.
  area2: /[A-HJ-Z]/,
  digit: /\d/,
  // No two-character district begins with 0, so there it is always the letter O.
  tens: /[1-9]/,
  // No district ends in I or O, so there they are digits.
  suffix: /[A-HJ-NP-Z]/,
  unit: /[ABD-HJLNP-UW-Z]/,
}
type Position = keyof typeof MAY_STAND

const INWARD: Position[] = ['digit', 'unit', 'unit']
// The order matters for a small L alone: a letter as typed before a digit as repaired ("al4" is AL4, not A14).
const SHAPES: Position[][] = [
  ['area', 'digit'],
  ['area', 'area2', 'digit'],
  ['area', 'tens', 'digit'],
  ['area', 'tens', 'suffix'],
  ['area', 'area2', 'tens', 'digit'],
  ['area', 'area2', 'digit', 'suffix'],
].map((outward): Position[] => [...(outward as Position[]), ...INWARD])

function repaired(text: string, most: number): string[] {
  const characters = [...text]
  const readings: string[] = []
  for (const shape of SHAPES.filter(({ length }) => length === characters.length)) {
    const read = shape.map((position, at) => readAs(characters[at] ?? '', position))
    if (!read.includes(null) && readings.push(read.join('')) === most) break
  }
  return readings
}

const AS_DIGIT: Record<string, string> = { O: '0', o: '0', I: '1', i: '1', l: '1' }
const AS_LETTER: Record<string, string> = { 0: 'O', 1: 'I' }

function readAs(character: string, position: Position): string | null {
  const repairs = position === 'digit' || position === 'tens' ? AS_DIGIT : AS_LETTER
  const read = repairs[character] ?? character.toUpperCase()
  return MAY_STAND[position].test(read) && read.length === 1 ? read : null
}
