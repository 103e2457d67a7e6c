import { placeOf, UNITS } from '@/lib/directory/postcodes/place-of'
import type { SplitRows } from './split-rows'

/** Of a unit: the constituency of its first property, as its ordinal and one (0: there was none), and how many lie there. */
type First = { ordinal: number; properties: number }
type Sector = { ordinals: Uint16Array; properties: Uint32Array }

/**
 * Gathers in which constituencies the properties of each postcode lie, and keeps in `splits` those of several, with how
 * many lie in each. One property alone counts: to ask costs a press, and a letter to the wrong MP is worth nothing.
 * Memory is some 2.5 kB for each sector, about 30 MB for the kingdom, and that of the splits.
 */
export class CollectedProperties {
  properties = 0
  readonly #splits: SplitRows
  readonly #codes: string[] = []
  readonly #ordinals = new Map<string, number>()
  readonly #sectors = new Map<number, Sector>()
  readonly #odd = new Map<string, First>()

  constructor(splits: SplitRows) {
    this.#splits = splits
  }

  add(compact: string, code: string): void {
    this.properties += 1
    const ordinal = this.#ordinalOf(code)
    if (this.#isFirst(compact, ordinal)) return
    const seats = this.#splits.get(compact) ?? new Map<string, number | null>()
    this.#splits.set(compact, seats.set(code, (seats.get(code) ?? 0) + 1))
  }

  /** Writes down in the splits how many properties lie where the first did, which is known only at the end. */
  countFirst(): void {
    for (const [compact, seats] of this.#splits) {
      const { ordinal, properties } = this.#firstOf(compact)
      const code = this.#codes[ordinal - 1]
      if (code !== undefined) this.#splits.set(compact, new Map([[code, properties], ...seats]))
    }
  }

  /** Counts a property where the postcode's first lay; gives whether it lies there. */
  #isFirst(compact: string, ordinal: number): boolean {
    const place = placeOf(compact)
    if (!place) {
      const first = this.#odd.get(compact) ?? { ordinal, properties: 0 }
      if (first.ordinal !== ordinal) return false
      this.#odd.set(compact, { ordinal, properties: first.properties + 1 })
      return true
    }
    const { ordinals, properties } = this.#sector(place.sector)
    ordinals[place.unit] ||= ordinal
    if (ordinals[place.unit] !== ordinal) return false
    properties[place.unit] = (properties[place.unit] ?? 0) + 1
    return true
  }

  #firstOf(compact: string): First {
    const place = placeOf(compact)
    if (!place) return this.#odd.get(compact) ?? { ordinal: 0, properties: 0 }
    const { ordinals, properties } = this.#sector(place.sector)
    return { ordinal: ordinals[place.unit] ?? 0, properties: properties[place.unit] ?? 0 }
  }

  #sector(sector: number): Sector {
    const known = this.#sectors.get(sector)
    if (known) return known
    const units = { ordinals: new Uint16Array(UNITS), properties: new Uint32Array(UNITS) }
    this.#sectors.set(sector, units)
    return units
  }

  #ordinalOf(code: string): number {
    const known = this.#ordinals.get(code)
    if (known !== undefined) return known
    this.#ordinals.set(code, this.#codes.push(code))
    return this.#codes.length
  }
}
