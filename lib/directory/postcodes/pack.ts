import type { CollectedPostcodes, Sector } from './collect'
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
import { keyOf, packMarks } from './near-marks'
import { UNITS } from './place-of'

/** The packed index of the postcodes collected, in the format that `format.ts` describes. */
export function packPostcodes(collected: CollectedPostcodes): Uint8Array {
  const sectors = [...collected.sectors].sort(([a], [b]) => a - b)
  const bodies = sectors.map(([, sector]) => packSector(sector))
  const odd = [...collected.odd].sort(([a], [b]) => (a < b ? -1 : 1))
  const postcodes = odd.length + bodies.reduce((sum, { postcodes }) => sum + postcodes, 0)

  const seatsAt = HEADER_BYTES
  const sectorsAt = aligned(seatsAt + collected.seats.length * SEAT_BYTES)
  const offsetsAt = sectorsAt + sectors.length * 4
  const oddAt = offsetsAt + sectors.length * 4
  const bodiesAt = aligned(oddAt + odd.length * ODD_BYTES)
  const nearAt = bodiesAt + bodies.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const near = collected.near && packMarks(pairsOf(sectors, collected.near))
  const packed = new Uint8Array(nearAt + (near ? near.length + NEAR_AT_BYTES : 0))
  const view = new DataView(packed.buffer)

  writeText(packed, 0, MAGIC)
  const version = near ? FORMAT_VERSION : VERSION_WITHOUT_NEAR
  const counts = [version, collected.seats.length, sectors.length, odd.length, postcodes, packed.length]
  for (const [at, value] of counts.entries()) view.setUint32(4 + at * 4, value, true)
  for (const [at, code] of collected.seats.entries())
    writeText(packed, seatsAt + at * SEAT_BYTES, code.padEnd(SEAT_BYTES))
  for (const [at, [compact, { seat, terminated }]] of odd.entries()) {
    const from = oddAt + at * ODD_BYTES
    writeText(packed, from, compact.padEnd(ODD_CHARACTERS))
    view.setUint16(from + ODD_CHARACTERS, seat * 2 + Number(terminated), true)
  }
  let offset = 0
  for (const [at, [key]] of sectors.entries()) {
    const { bytes } = bodies[at] ?? { bytes: new Uint8Array() }
    view.setUint32(sectorsAt + at * 4, key, true)
    view.setUint32(offsetsAt + at * 4, offset, true)
    packed.set(bytes, bodiesAt + offset)
    offset += bytes.length
  }
  if (near) {
    packed.set(near, nearAt)
    view.setUint32(packed.length - NEAR_AT_BYTES, nearAt, true)
  }
  return packed
}

function pairsOf(
  sectors: readonly (readonly [number, Sector])[],
  near: ReadonlyMap<number, ReadonlySet<number>>,
): [key: number, seat: number][] {
  const at = new Map(sectors.map(([sector], place) => [sector, place]))
  return [...near].flatMap(([place, seats]) => {
    const key = keyOf(at.get(Math.floor(place / UNITS)) ?? 0, place % UNITS)
    return [...seats].map((seat): [number, number] => [key, seat])
  })
}

function packSector(sector: Sector): { bytes: Uint8Array; postcodes: number } {
  const units = [...sector.exists.keys()].filter((unit) => sector.exists[unit])
  const ended = units.filter((unit) => sector.terminated[unit]).length
  const seats = [...new Set(units.map((unit) => sector.seats[unit] ?? 0))].sort((a, b) => a - b)
  if (seats.length > 255) throw new Error(`A sector lies in ${seats.length} constituencies.`)
  const kind = ended === 0 ? TERMINATED.none : ended === units.length ? TERMINATED.all : TERMINATED.some
  const width = bitsFor(seats.length)

  const unitsAt = 2 + seats.length * 2
  const terminatedAt = unitsAt + UNIT_BYTES
  const seatsAt = terminatedAt + (kind === TERMINATED.some ? Math.ceil(units.length / 8) : 0)
  const bytes = new Uint8Array(seatsAt + Math.ceil((units.length * width) / 8))
  const view = new DataView(bytes.buffer)
  bytes[0] = seats.length
  bytes[1] = kind
  for (const [at, seat] of seats.entries()) view.setUint16(2 + at * 2, seat, true)
  for (const [rank, unit] of units.entries()) {
    setBits(bytes, unitsAt, unit, 1, 1)
    if (kind === TERMINATED.some) setBits(bytes, terminatedAt, rank, 1, sector.terminated[unit] ?? 0)
    setBits(bytes, seatsAt, rank * width, width, seats.indexOf(sector.seats[unit] ?? 0))
  }
  return { bytes, postcodes: units.length }
}

function setBits(bytes: Uint8Array, from: number, firstBit: number, width: number, value: number): void {
  for (let bit = 0; bit < width; bit += 1) {
    const at = firstBit + bit
    const byte = from + (at >> 3)
    bytes[byte] = (bytes[byte] ?? 0) | (((value >> bit) & 1) << (at & 7))
  }
}

function writeText(bytes: Uint8Array, at: number, text: string): void {
  for (let character = 0; character < text.length; character += 1) bytes[at + character] = text.charCodeAt(character)
}
