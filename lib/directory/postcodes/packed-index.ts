import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import type { Placed } from './collect'
import {
  aligned,
  bitsFor,
  FORMAT_VERSION,
  HEADER_BYTES,
  MAGIC,
  NEAR_AT_BYTES,
  ODD_BYTES,
  ODD_CHARACTERS,
  SEAT_BYTES,
  TERMINATED,
  UNIT_BYTES,
  VERSION_WITHOUT_NEAR,
} from './format'
import { keyOf, type NearMarks, openMarks, seatsNear } from './near-marks'
import { placeOf } from './place-of'

/** Answers for every postcode of a release, from memory. */
export type PostcodeIndex = {
  /** How many postcodes it holds. */
  postcodes: number
  /** Every code that a postcode of it can answer with: GSS codes, pseudo codes, and '' for no constituency. */
  seats: readonly string[]
  /** Where a compact postcode lies; null when the release does not hold it. */
  find(compact: string): Placed | null
  /**
   * The other seats, by code, that a live postcode lies near to, from another of theirs within 100 m; null where the
   * index cannot say: it was made without positions, or the postcode is terminated, odd, or not in it.
   */
  near(compact: string): readonly string[] | null
  /** How many postcodes lie near another seat; null where the index was made without positions. */
  nearCount: number | null
  /** The sectors that it holds, ascending, as `placeOf` numbers them. */
  sectors: Uint32Array
  /** Where the postcode at a place lies; null when the release does not hold it. */
  at(sector: number, unit: number): Placed | null
  /** The postcodes without a place. */
  odd: ReadonlyMap<string, Placed>
}

/**
 * Opens a packed index, whose bytes are used as they are and must not change. Throws {@link ExpectedFailure} when
 * they are not an index, are cut short, or are of a format that this version does not read.
 */
export function openIndex(bytes: Uint8Array): PostcodeIndex {
  const parts = partsOf(bytes)
  const { postcodes, seats, sectors, offsets, odd, bodiesAt, near } = parts
  const at = (sector: number, unit: number) => {
    const place = search(sectors, sector)
    return place < 0 ? null : findUnit(bytes, parts, bodiesAt + (offsets[place] ?? 0), unit)
  }
  return {
    postcodes,
    seats,
    sectors,
    odd,
    at,
    near(compact) {
      const place = placeOf(compact)
      const placed = place && at(place.sector, place.unit)
      if (!near || !place || !placed || placed.terminated) return null
      return seatsNear(near, keyOf(search(sectors, place.sector), place.unit)).map((seat) => seats[seat] ?? '')
    },
    nearCount: near && new Set(near.keys).size,
    find(compact) {
      const place = placeOf(compact)
      return place ? at(place.sector, place.unit) : (odd.get(compact) ?? null)
    },
  }
}

type Parts = {
  postcodes: number
  seats: string[]
  sectors: Uint32Array
  offsets: Uint32Array
  odd: Map<string, Placed>
  bodiesAt: number
  near: NearMarks | null
}

function findUnit(bytes: Uint8Array, { seats }: Parts, body: number, unit: number): Placed | null {
  const count = bytes[body] ?? 0
  const unitsAt = body + 2 + count * 2
  const byte = unitsAt + (unit >> 3)
  if ((((bytes[byte] ?? 0) >> (unit & 7)) & 1) === 0) return null
  const kind = bytes[body + 1]
  const width = bitsFor(count)
  const oneSeatAndKind = width === 0 && kind !== TERMINATED.some
  const rank = oneSeatAndKind ? 0 : bitsBefore(bytes, unitsAt, unit)
  const listsAt = unitsAt + UNIT_BYTES
  const terminated = kind === TERMINATED.some ? readBits(bytes, listsAt, rank, 1) === 1 : kind === TERMINATED.all
  const listed = width === 0 ? 0 : bitsBefore(bytes, unitsAt, UNIT_BYTES * 8)
  const seatsAt = listsAt + (kind === TERMINATED.some ? (listed + 7) >> 3 : 0)
  const which = width === 0 ? 0 : readBits(bytes, seatsAt, rank * width, width)
  const seatAt = body + 2 + which * 2
  return { seat: seats[(bytes[seatAt] ?? 0) | ((bytes[seatAt + 1] ?? 0) << 8)] ?? '', terminated }
}

const ONES = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length)

/** How many of the bits before `bit`, counted from the byte `from`, are set. */
function bitsBefore(bytes: Uint8Array, from: number, bit: number): number {
  let ones = 0
  const last = from + (bit >> 3)
  for (let at = from; at < last; at += 1) ones += ONES[bytes[at] ?? 0] ?? 0
  const rest = (1 << (bit & 7)) - 1
  return rest === 0 ? ones : ones + (ONES[(bytes[last] ?? 0) & rest] ?? 0)
}

/** At most 8 bits, lowest first. */
function readBits(bytes: Uint8Array, from: number, firstBit: number, width: number): number {
  const at = from + (firstBit >> 3)
  const two = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
  return (two >> (firstBit & 7)) & ((1 << width) - 1)
}

function search(sorted: Uint32Array, wanted: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = sorted[middle] ?? 0
    if (found === wanted) return middle
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}

function partsOf(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [version, seatCount, sectorCount, oddCount, postcodes, length] = headerOf(bytes, view)
  if (version !== FORMAT_VERSION && version !== VERSION_WITHOUT_NEAR) {
    const age = version > FORMAT_VERSION ? 'a newer' : 'another'
    throw new ExpectedFailure(
      `The postcode index was made by ${age} Dear MP (format ${version}; this one reads up to ${FORMAT_VERSION}). ` +
        'Update this one, or import the postcodes again with it.',
    )
  }
  const sectorsAt = aligned(HEADER_BYTES + seatCount * SEAT_BYTES)
  const oddAt = sectorsAt + sectorCount * 8
  const bodiesAt = aligned(oddAt + oddCount * ODD_BYTES)
  if (bytes.length !== length) throw damaged()
  const numbers = (at: number) => Uint32Array.from({ length: sectorCount }, (_, i) => view.getUint32(at + i * 4, true))
  const seats = Array.from({ length: seatCount }, (_, i) => text(bytes, HEADER_BYTES + i * SEAT_BYTES, SEAT_BYTES))
  const odd = Array.from({ length: oddCount }, (_, i): [string, Placed] => {
    const from = oddAt + i * ODD_BYTES
    const value = view.getUint16(from + ODD_CHARACTERS, true)
    return [text(bytes, from, ODD_CHARACTERS), { seat: seats[value >> 1] ?? '', terminated: (value & 1) === 1 }]
  })
  const [sectors, offsets] = [numbers(sectorsAt), numbers(sectorsAt + sectorCount * 4)]
  const near = version === VERSION_WITHOUT_NEAR ? null : openMarks(bytes, view.getUint32(length - NEAR_AT_BYTES, true))
  if (version !== VERSION_WITHOUT_NEAR && !near) throw damaged()
  return { postcodes, seats, sectors, offsets, odd: new Map(odd), bodiesAt, near }
}

type Header = [version: number, seats: number, sectors: number, odd: number, postcodes: number, bytes: number]

function headerOf(bytes: Uint8Array, view: DataView): Header {
  if (bytes.length < HEADER_BYTES || text(bytes, 0, MAGIC.length) !== MAGIC) throw damaged()
  const number = (at: number) => view.getUint32(4 + at * 4, true)
  return [number(0), number(1), number(2), number(3), number(4), number(5)]
}

function damaged(): ExpectedFailure {
  return new ExpectedFailure('The postcode index is damaged. Import the postcodes again.')
}

function text(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length)).trimEnd()
}
