import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parsePostcode } from '@/lib/directory/postcode'
import { isNorthernIreland } from '@/lib/directory/postcode-areas'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { CollectedPostcodes } from './collect'
import { type Columns, findColumns, monthColumns, needColumns } from './columns'
import { csvRows } from './csv-rows'
import { plainFault } from './file-fault'
import { Positions } from './near-seats'
import { type PositionReader, positionReader } from './positions'
import { PSEUDO_CODE } from './pseudo-code'
import { releaseFiles } from './release-files'
import { type ReleasePart, withReleaseParts } from './release-parts'

export type Release = {
  collected: CollectedPostcodes
  /** SHA-256 of the file, in hexadecimal. */
  checksum: string
  /** The names of the CSVs that it was read from. */
  files: string[]
  rows: number
  terminated: number
  /** How many postcodes lie in a place without a seat, by ONS's pseudo code. */
  outside: Record<string, number>
  /** How many postcodes the release puts in no constituency. */
  nowhere: number
  /** How many rows said again what another had said. */
  again: number
  /** How many postcodes of Northern Ireland were left out, as asked. */
  leftOut: number
  /** What stood in the place of a postcode and is none: how many, and the first few. */
  unreadable: { count: number; some: string[] }
  /** How many postcodes each other code has. */
  seats: Record<string, number>
  /** The newest month in which a postcode came or went, as "202508"; empty where no column says it. */
  newestMonth: string
}

const GSS_CODE = /^[A-Z]\d{8}$/

// The largest release so far, ONSPD with every column filled, unpacks to about 1.4 GB.
const MOST_BYTES = 4_000_000_000
const MOST_UNREADABLE_SHARE = 0.01
const MOST_SEATS = 2000

/**
 * Reads a release of NSPL or ONSPD, any layout: `.csv`, `.csv.gz`, the `.zip` of ONS or what it unpacks to. `onRead` hears how far it
 * is, from 0 to 1. Throws {@link ExpectedFailure} with one line for what is not such a file, is cut short, or
 * contradicts itself; `mostBytes` is what a CSV may unpack to, 4 GB unless told. Without `northernIreland`, whose
 * postcodes have a licence of their own, they are left out.
 */
export async function readRelease(
  path: string,
  onRead: (share: number) => void = () => {},
  { mostBytes = MOST_BYTES, northernIreland = true } = {},
): Promise<Release> {
  try {
    const release: Release = {
      collected: new CollectedPostcodes(),
      checksum: await checksumOf(path),
      files: [],
      rows: 0,
      terminated: 0,
      outside: {},
      nowhere: 0,
      again: 0,
      leftOut: 0,
      unreadable: { count: 0, some: [] },
      seats: {},
      newestMonth: '',
    }
    const positions = new Positions()
    const share = (bytes: number, total: number) => onRead(total > 0 ? Math.min(1, bytes / total) : 1)
    await withReleaseParts(path, share, async (parts) => {
      for (const part of parts) {
        if (await readPart(release, part, { mostBytes, northernIreland, positions })) release.files.push(part.name)
      }
      if (release.files.length === 0)
        throw new ExpectedFailure(`${path} holds no CSV with the columns of NSPL or ONSPD.`)
    })
    refuseOddities(release, path)
    if (positions.size > 0) release.collected.markNear(positions)
    return release
  } catch (error) {
    throw plainFault(error, path)
  }
}

async function checksumOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for (const file of await releaseFiles(path)) await pipeline(createReadStream(file), hash, { end: false })
  return hash.digest('hex')
}

type Limits = { mostBytes: number; northernIreland: boolean; positions: Positions }

/** Gives whether the part was one of the release. */
async function readPart(
  release: Release,
  part: ReleasePart,
  { mostBytes, northernIreland, positions }: Limits,
): Promise<boolean> {
  let columns: Columns | null = null
  let months: number[] = []
  let positionOf: PositionReader | null = null
  let row = 0
  for await (const cells of csvRows(await part.open(), mostBytes)) {
    row += 1
    if (columns) {
      const live = take(release, columns, cells, { where: `Row ${row} of ${part.name}`, northernIreland })
      const position = live && positionOf?.(cells, live.compact)
      if (position) release.collected.position(positions, live.compact, live.seat, position)
      for (const month of months) noteMonth(release, cells[month] ?? '')
    } else if (part.skippable && !findColumns(cells)) return false
    else {
      columns = needColumns(cells, part.name)
      months = monthColumns(cells)
      positionOf = positionReader(cells)
    }
  }
  if (!columns && !part.skippable) needColumns([], part.name)
  return columns !== null
}

const MONTH = /^(19|20)\d\d(0[1-9]|1[0-2])$/

function noteMonth(release: Release, cell: string): void {
  if (cell > release.newestMonth && MONTH.test(cell)) release.newestMonth = cell
}

type Row = { where: string; northernIreland: boolean }

/** Gives what a row added, where it is a live postcode in a seat. */
function take(
  release: Release,
  columns: Columns,
  cells: readonly string[],
  { where, northernIreland }: Row,
): { compact: string; seat: string } | null {
  if (cells.length !== columns.count) {
    throw new ExpectedFailure(`${where} has ${cells.length} columns, and the header ${columns.count}.`)
  }
  release.rows += 1
  const typed = cells[columns.postcode] ?? ''
  const parsed = parsePostcode(typed)
  if (!('compact' in parsed)) {
    release.unreadable.count += 1
    if (release.unreadable.some.length < 5) release.unreadable.some.push(typed)
    return null
  }
  if (!northernIreland && isNorthernIreland(parsed.compact)) {
    release.leftOut += 1
    return null
  }
  const seat = (cells[columns.seat] ?? '').trim()
  if (seat !== '' && !GSS_CODE.test(seat)) throw new ExpectedFailure(`${where} has ${JSON.stringify(seat)} for a code.`)
  // The hosted tables write 0 where there is no date.
  const terminated = columns.terminated !== null && !/^0*$/.test((cells[columns.terminated] ?? '').trim())
  const added = release.collected.add(parsed.compact, seat, terminated)
  if (added === 'again') {
    release.again += 1
    return null
  }
  if (added !== 'added') {
    const says = (one: string, ended: boolean) => `${one || 'no constituency'}${ended ? ', terminated' : ''}`
    throw new ExpectedFailure(
      `${where} puts ${parsed.postcode} in ${says(seat, terminated)}, and another row in ${says(added.seat, added.terminated)}.`,
    )
  }
  count(release, seat, terminated)
  return terminated || seat === '' || PSEUDO_CODE.test(seat) ? null : { compact: parsed.compact, seat }
}

function count(release: Release, seat: string, terminated: boolean): void {
  if (terminated) release.terminated += 1
  if (seat === '') release.nowhere += 1
  else {
    const counts = PSEUDO_CODE.test(seat) ? release.outside : release.seats
    counts[seat] = (counts[seat] ?? 0) + 1
  }
}

function refuseOddities({ rows, unreadable, seats }: Release, path: string): void {
  if (rows === 0) throw new ExpectedFailure(`${path} has a header and no rows.`)
  if (unreadable.count > rows * MOST_UNREADABLE_SHARE) {
    throw new ExpectedFailure(
      `${path} is not a release of NSPL or ONSPD: ${unreadable.count} of its ${rows} rows have no postcode ` +
        `(${unreadable.some.map((typed) => JSON.stringify(typed.slice(0, 20))).join(', ')}).`,
    )
  }
  const codes = Object.keys(seats).length
  if (codes > MOST_SEATS)
    throw new ExpectedFailure(`${path} names ${codes} constituencies: it is of another geography.`)
}
