import { UNITS } from './place-of'

/** Which postcodes are near which other seats: for each pair, ascending, the postcode's key and the seat's ordinal. */
export type NearMarks = { keys: Uint32Array; seats: Uint16Array }

/** Of the sector's place among the index's sectors, and the unit in it. */
export function keyOf(sectorAt: number, unit: number): number {
  return sectorAt * UNITS + unit
}

/** The marks in some three bytes each, as `format.ts` says. */
export function packMarks(pairs: readonly (readonly [key: number, seat: number])[]): Uint8Array {
  const sorted = [...pairs].sort(([a, one], [b, other]) => a - b || one - other)
  const bytes: number[] = []
  number(bytes, sorted.length)
  let before = 0
  for (const [key, seat] of sorted) {
    number(bytes, key - before)
    number(bytes, seat)
    before = key
  }
  return Uint8Array.from(bytes)
}

/** The marks that stand from `from` on; null when the bytes end before they do. */
export function openMarks(bytes: Uint8Array, from: number): NearMarks | null {
  let at = from
  const next = () => {
    let value = 0
    for (let shift = 0; shift < 32; shift += 7) {
      const byte = bytes[at] ?? 0
      at += 1
      value |= (byte & 127) << shift
      if (byte < 128) break
    }
    return value >>> 0
  }
  const count = next()
  if (count > (bytes.length - at) / 2) return null
  const marks = { keys: new Uint32Array(count), seats: new Uint16Array(count) }
  let key = 0
  for (let i = 0; i < count; i += 1) {
    key += next()
    marks.keys[i] = key
    marks.seats[i] = next()
  }
  return at > bytes.length ? null : marks
}

/** The ordinals of the seats that the postcode of a key is near to. */
export function seatsNear({ keys, seats }: NearMarks, key: number): number[] {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let at = low; keys[at] === key; at += 1) found.push(seats[at] ?? 0)
  return found
}

/** Seven bits a byte, lowest first; the eighth says that more follow. */
function number(bytes: number[], value: number): void {
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  bytes.push(rest)
}
