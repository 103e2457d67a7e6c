/** The letters of an inward code (Royal Mail, Programmers' Guide to the Postcode Address File): no C, I, K, M, O, V. */
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'
const UNITS_OF_LETTER = LETTERS.length
/** How many units a sector can have, AA to ZZ. */
export const UNITS = UNITS_OF_LETTER * UNITS_OF_LETTER

const ordinals = Int8Array.from({ length: 128 }, (_, code) => LETTERS.indexOf(String.fromCharCode(code)))

/**
 * Where a compact postcode stands: its sector as a number that is the same everywhere, and its unit from 0 to 399.
 * Null when the last three characters are no inward code, as in some of Newport's old NPT postcodes.
 */
export function placeOf(compact: string): { sector: number; unit: number } | null {
  const end = compact.length
  const unit = unitOf(compact.charCodeAt(end - 2), compact.charCodeAt(end - 1))
  const digit = compact.charCodeAt(end - 3) - 48
  if (unit < 0 || digit < 0 || digit > 9) return null
  let outward = 0
  for (let at = 0; at < end - 3; at += 1) outward = outward * 37 + characterOf(compact.charCodeAt(at))
  return { sector: outward * 10 + digit, unit }
}

/** The compact postcode at a place, as {@link placeOf} numbers it. */
export function compactAt(sector: number, unit: number): string {
  let outward = ''
  for (let rest = Math.floor(sector / 10); rest > 0; rest = Math.floor(rest / 37)) {
    const value = rest % 37
    outward = String.fromCharCode(value <= 10 ? value + 47 : value + 54) + outward
  }
  return `${outward}${sector % 10}${LETTERS[Math.floor(unit / UNITS_OF_LETTER)]}${LETTERS[unit % UNITS_OF_LETTER]}`
}

function unitOf(first: number, second: number): number {
  const [a = -1, b = -1] = [ordinals[first], ordinals[second]]
  return a < 0 || b < 0 ? -1 : a * UNITS_OF_LETTER + b
}

/** 1 to 36, so that no character is like none: "M1" and "M01" would be two. */
function characterOf(code: number): number {
  return code < 58 ? code - 47 : code - 54
}
