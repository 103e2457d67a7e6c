import { foldName } from '@/lib/directory/search/fold-name'
import { isPlaceAbroad } from './places-abroad'

type Address = { address1: string; address2: string; town: string }

/** By which a voter says that they live elsewhere now, and vote where they last lived (Representation of the People Act 1985, section 1). */
const GIVEN_AS_ABROAD = /\b(?:abroad|overseas|present address)\b/i
/** Streets as they are named elsewhere: the number stands behind, and the kind of street in front or grown on. */
const STREET_BEFORE =
  /^(?:calle|avenida|avda|carrer|rua|rue|piazza|viale|corso|ulica|ul|strada|prospekt|bulevar)\b.*\d/i
const STREET_GROWN_ON =
  /\p{L}{2}(?:stra(?:ß|ss)e|str\.|gasse|allee|straat|laan|gracht|gatan|gata|vägen|gade|vej|utca|katu)\s+\d/iu
/** Postcodes of other countries: Dutch, American with its state, Canadian. */
const POSTCODE_ANYWHERE =
  /^\d{4}\s?[A-Z]{2}\b(?!\s*(?:road|street|lane))|\b[A-Z]{2}\s+\d{5}(?:-\d{4})?$|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b/i
/** Four to six figures before the name of a town, or behind it. */
const POSTCODE_WITH_TOWN = /^(?:[A-Z]{1,2}-)?\d{4,6}\s+\p{L}{2}|\p{L}{2}\s+\d{4,6}$/iu
/** Nobody delivers by a town in another script here. */
const LATIN = /\p{Script=Latin}/u
const BOX = /\bbox\b/i

/**
 * Whether a postal address cannot be in the United Kingdom: it names a country or a city elsewhere that no place here
 * shares its name with, or a street, a postcode or a script as they are written elsewhere. One that says that it is "abroad" or
 * "overseas" is given as what it is.
 */
export function isOutsideUk({ address1, address2, town }: Address): boolean {
  const lines = [address1, address2, town]
  if (lines.some((line) => GIVEN_AS_ABROAD.test(line))) return false
  const parts = lines.map((line) => line.split(/[,;\n]/).map((part) => part.trim()))
  // A house may be called anything: what the first line begins with names no place.
  const places = [...(parts[0]?.slice(1) ?? []), ...parts.slice(1).flat()]
  return places.some(isElsewhere) || parts.flat().some(isWrittenElsewhere) || isTownElsewhere(town.trim())
}

function isTownElsewhere(town: string): boolean {
  return POSTCODE_WITH_TOWN.test(town) || (/\p{L}/u.test(town) && !LATIN.test(town))
}

function isElsewhere(part: string): boolean {
  const name = part.replace(/[\d-]/g, ' ')
  return isPlaceAbroad(foldName(name))
}

function isWrittenElsewhere(part: string): boolean {
  if (BOX.test(part)) return false
  return STREET_BEFORE.test(part) || STREET_GROWN_ON.test(part) || POSTCODE_ANYWHERE.test(part)
}
