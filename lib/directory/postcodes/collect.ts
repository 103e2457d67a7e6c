import type { Positions } from './near-seats'
import { placeOf, UNITS } from './place-of'

/** Where a release puts a postcode: `seat` is a GSS code, a pseudo code, or '' for nowhere. */
export type Placed = { seat: string; terminated: boolean }
export type Sector = { exists: Uint8Array; terminated: Uint8Array; seats: Uint16Array }

/** What is gathered of a release while it is read, in about a kilobyte a sector. */
export class CollectedPostcodes {
  readonly seats: string[] = []
  readonly sectors = new Map<number, Sector>()
  readonly odd = new Map<string, { seat: number; terminated: boolean }>()
  /** The other seats, as ordinals, that a postcode is near to, by its place (`placeKey`); null where that is not known. */
  near: Map<number, Set<number>> | null = null
  #ordinals = new Map<string, number>()

  /** Adds a compact postcode. Gives what was there before, unless that says the very same: then nothing. */
  add(compact: string, seat: string, terminated: boolean): Placed | 'added' | 'again' {
    const before = this.find(compact)
    if (before) return before.seat === seat && before.terminated === terminated ? 'again' : before
    const place = placeOf(compact)
    if (!place) {
      this.odd.set(compact, { seat: this.#ordinalOf(seat), terminated })
      return 'added'
    }
    const sector = this.#sectorAt(place.sector)
    sector.exists[place.unit] = 1
    sector.terminated[place.unit] = terminated ? 1 : 0
    sector.seats[place.unit] = this.#ordinalOf(seat)
    return 'added'
  }

  /** Notes which seats, by code, a postcode that was added is near to; `[]` says that it is known to be near none. */
  noteNear(compact: string, seats: readonly string[]): void {
    this.near ??= new Map()
    const place = placeOf(compact)
    if (!place || seats.length === 0) return
    this.near.set(placeKey(place), new Set(seats.map((seat) => this.#ordinalOf(seat))))
  }

  /** Works out which postcodes are near another seat, from where they are. */
  markNear(positions: Positions): void {
    const near = new Map<number, Set<number>>()
    positions.eachNear((place, seat) => {
      const seats = near.get(place)
      if (seats) seats.add(seat)
      else near.set(place, new Set([seat]))
    })
    this.near = near
  }

  /** Takes down where a live postcode is. */
  position(positions: Positions, compact: string, seat: string, [x, y]: readonly [x: number, y: number]): void {
    const place = placeOf(compact)
    if (place) positions.add(placeKey(place), this.#ordinalOf(seat), x, y)
  }

  find(compact: string): Placed | null {
    const place = placeOf(compact)
    if (!place) {
      const odd = this.odd.get(compact)
      return odd ? { seat: this.seats[odd.seat] ?? '', terminated: odd.terminated } : null
    }
    const sector = this.sectors.get(place.sector)
    if (!sector?.exists[place.unit]) return null
    return {
      seat: this.seats[sector.seats[place.unit] ?? 0] ?? '',
      terminated: sector.terminated[place.unit] === 1,
    }
  }

  #ordinalOf(seat: string): number {
    const known = this.#ordinals.get(seat)
    if (known !== undefined) return known
    this.#ordinals.set(seat, this.seats.length)
    return this.seats.push(seat) - 1
  }

  #sectorAt(key: number): Sector {
    const there = this.sectors.get(key)
    if (there) return there
    const made = {
      exists: new Uint8Array(UNITS),
      terminated: new Uint8Array(UNITS),
      seats: new Uint16Array(UNITS),
    }
    this.sectors.set(key, made)
    return made
  }
}

/** A place as one number. */
export function placeKey({ sector, unit }: { sector: number; unit: number }): number {
  return sector * UNITS + unit
}
