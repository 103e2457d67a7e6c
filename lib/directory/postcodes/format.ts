/**
 * The packed index: every postcode of a release of ONS, exactly, in about half a byte each. All numbers are
 * little-endian, and every part begins on a multiple of four bytes.
 *
 *     header   4 bytes "DMPX"; then as 32-bit numbers: the format's version, seats, sectors, odd ones, postcodes,
 *              and how many bytes the whole has
 *     seats    for each: 9 ASCII characters, its GSS code; spaces for "in the release without a constituency"
 *     sectors  for each, ascending: 32 bits, see placeOf()
 *     offsets  for each sector: 32 bits, where in the bodies its own begins
 *     odd      for each postcode whose inward code is unlike Royal Mail's, sorted: 7 ASCII characters (padded with
 *              spaces), 16 bits of seat × 2 + terminated
 *     bodies   for each sector:
 *                8 bits   how many seats it has (1 to 255)
 *                8 bits   terminated postcodes: 0 none, 1 all, 2 some
 *                16 bits  for each seat: its place among the seats above
 *                400 bits for each unit from AA to ZZ, whether it exists
 *                when "some": a bit for each postcode that exists, in order: terminated
 *                when several seats: for each postcode that exists, in order, which of them, in as few bits as
 *                count them; lowest bits first
 *
 * Version 2 has behind the bodies which live postcodes lie near another seat (`near-seats.ts`): how many pairs of a
 * postcode and a seat; for each, ascending, how far its key (`near-marks.ts`) is from the one before, and the seat's
 * place among the seats above, all as numbers of seven bits a byte, lowest first; and in the last 32 bits where that
 * begins. Version 1 says nothing of it.
 *
 * A postcode is found by a binary search for its sector, one bit for whether it exists, and a count of the bits
 * before it, which is its place in the two lists behind. Nothing is unpacked: what is stored is what is read.
 */
export const MAGIC = 'DMPX'
export const FORMAT_VERSION = 2
export const VERSION_WITHOUT_NEAR = 1

export const HEADER_BYTES = 28
/** The last number of version 2. */
export const NEAR_AT_BYTES = 4
export const SEAT_BYTES = 9
export const ODD_BYTES = 9
export const ODD_CHARACTERS = 7
/** 400 units, a bit each. */
export const UNIT_BYTES = 50

export const TERMINATED = { none: 0, all: 1, some: 2 } as const

/** The next multiple of four. */
export function aligned(bytes: number): number {
  return (bytes + 3) & ~3
}

/** How many bits tell `count` things apart. */
export function bitsFor(count: number): number {
  return count < 2 ? 0 : 32 - Math.clz32(count - 1)
}
