import { territoryOf } from './overseas-territories'
import { LONGEST_TYPED, type ParsedPostcode, parsePostcode, postcodeReadings } from './postcode'
import { areaOf, isArea } from './postcode-areas'

type Malformed = Extract<ParsedPostcode, { kind: 'malformed' }>
type Read = Exclude<ParsedPostcode, Malformed>

export type TypedPostcode =
  | { kind: 'read'; parsed: ParsedPostcode }
  /** One run of capitals without a digit, such as SWIAOAA or POOLE: a postcode only where there is such a one. */
  | { kind: 'doubtful'; parsed: Read; typed: string }
  /** A small L that may be a 1: the likeliest first. `odd`: beside capitals, where it is hardly a letter. */
  | { kind: 'small-l'; readings: Read[]; odd: boolean }
  /** A text in which more than one stands. */
  | { kind: 'several'; postcodes: Read[]; typed: string }

/**
 * Reads a postcode as a person typed it: alone, as {@link parsePostcode} does, or in a text, as in "London SW1A 1AA". A
 * word is none, although Paisley could be read as PA1S 1EY, since nothing shows that a postcode is meant.
 */
export function readTypedPostcode(typed: string): TypedPostcode {
  const readings = postcodeReadings(typed).filter(isRead)
  const [whole] = readings
  if (!whole) return inText(typed)
  const runs = runsOf(typed)
  if (!('compact' in whole)) return runs.length > 2 ? inText(typed) : { kind: 'read', parsed: whole }
  if (runs.length > 1 && !isInTwo(runs) && runs.some((run) => /^[A-Z]{4,}$/i.test(run))) return inText(typed)
  if (!/\d/.test(runs.join('')) && !isInTwo(runs)) {
    const isDoubtful = runs.length === 1 && /^[A-Z]+$/.test(runs.join('')) && isArea(areaOf(whole.compact))
    return isDoubtful
      ? { kind: 'doubtful', parsed: whole, typed }
      : { kind: 'read', parsed: { kind: 'malformed', typed } }
  }
  const real = readings.filter(({ postcode }) => isArea(areaOf(postcode)))
  return real.length > 1
    ? { kind: 'small-l', readings: real, odd: isOdd(typed) }
    : { kind: 'read', parsed: real[0] ?? whole }
}

/** A postcode as it was typed, alone or in a text, as postcodes are written; empty where there is not exactly one. */
export function writtenTypedPostcode(typed: string): string {
  const read = readTypedPostcode(typed)
  return read.kind === 'read' && read.parsed.kind !== 'malformed' ? read.parsed.postcode : ''
}

function inText(typed: string): TypedPostcode {
  const runs = typed.length > LONGEST_TYPED ? [] : runsOf(typed)
  const standing = postcodesAmong(runs)
  // Where lines were pasted into one, a word stands right before a postcode: "LondonSW1A 1AA".
  const found =
    standing.length > 0 ? standing : postcodesAmong(runs.flatMap((run) => run.split(/(?<=\p{Ll})(?=\p{Lu})/u)))
  const homes = found.filter(({ kind }) => kind !== 'bfpo')
  const postcodes = [
    ...new Map((homes.length > 0 ? homes : found.slice(0, 1)).map((one) => [one.postcode, one])).values(),
  ]
  const [first] = postcodes
  if (!first) return { kind: 'read', parsed: { kind: 'malformed', typed } }
  return postcodes.length === 1 ? { kind: 'read', parsed: first } : { kind: 'several', postcodes, typed }
}

/** The postcodes that stand in one run, or in two that follow each other. */
function postcodesAmong(runs: string[]): Read[] {
  const found: Read[] = []
  for (let at = 0; at < runs.length; at += 1) {
    const [one = '', next = ''] = runs.slice(at, at + 2)
    const isPair = isInTwo([one, next]) || /^BFP[O0]$/i.test(one) || territoryOf(one + next) !== null
    const pair = isPair ? postcodeOf(`${one} ${next}`) : null
    const read = pair ?? postcodeOf(one)
    if (read) found.push(read)
    if (pair) at += 1
  }
  return found
}

/** A postcode in a text: of an area that there is, and with a digit. */
function postcodeOf(text: string): Read | null {
  const parsed = parsePostcode(text)
  if (!isRead(parsed)) return null
  if (parsed.kind === 'bfpo') return /^BF/i.test(text) ? parsed : null
  if (!/\d/.test(text)) return null
  return parsed.kind !== 'postcode' || isArea(areaOf(parsed.postcode)) ? parsed : null
}

function runsOf(typed: string): string[] {
  return (
    typed
      .normalize('NFKC')
      .replaceAll(/[\p{Cf}\p{M}]/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Two to four characters and three, as postcodes are written. */
function isInTwo(runs: string[]): boolean {
  const [outward = '', inward = ''] = runs
  return runs.length === 2 && outward.length >= 2 && outward.length <= 4 && inward.length === 3
}

/** Whether a small L stands beside capitals alone: "Bl0 0AB", not "bl0 0ab", nor "Bl0 0ab" of a telephone. */
function isOdd(typed: string): boolean {
  return /[A-Z]/.test(typed) && !/[a-km-z]/.test(typed)
}

function isRead(parsed: ParsedPostcode): parsed is Read {
  return parsed.kind !== 'malformed'
}
