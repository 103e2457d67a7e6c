import { placeOf, UNITS } from '@/lib/directory/postcodes/place-of'
import type { SplitRows } from './split-rows'

/**
 * Gathers in which constituencies the properties of each postcode lie, and keeps in `splits` those of several. Memory is
 * some 900 bytes for each sector, about 10 MB for the kingdom, and that of the splits.
 */
export class CollectedProperties {
  properties = 0
  readonly #splits: SplitRows
  readonly #codes: string[] = []
  readonly #ordinals = new Map<string, number>()
  /** The constituency of each unit's first property, as its ordinal and one; 0 where there was none. */
  readonly #sectors = new Map<number, Uint16Array>()
  readonly #odd = new Map<string, number>()

  constructor(splits: SplitRows) {
    this.#splits = splits
  }

  add(compact: string, code: string): void {
    this.properties += 1
    const ordinal = this.#ordinalOf(code)
    const first = this.#firstOf(compact, ordinal)
    if (first === ordinal) return
    const seats = this.#splits.get(compact) ?? new Set([this.#codes[first - 1] ?? code])
    this.#splits.set(compact, seats.add(code))
  }

  #firstOf(compact: string, ordinal: number): number {
    const place = placeOf(compact)
    if (!place) {
      const first = this.#odd.get(compact) ?? ordinal
      this.#odd.set(compact, first)
      return first
    }
    const units = this.#sectors.get(place.sector) ?? new Uint16Array(UNITS)
    this.#sectors.set(place.sector, units)
    units[place.unit] ||= ordinal
    return units[place.unit] ?? ordinal
  }

  #ordinalOf(code: string): number {
    const known = this.#ordinals.get(code)
    if (known !== undefined) return known
    this.#ordinals.set(code, this.#codes.push(code))
    return this.#codes.length
  }
}
