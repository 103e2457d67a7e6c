import { ExpectedFailure } from '@/lib/kernel/faults/errors'

/** Where the columns that are read stand in a file's rows. */
export type Columns = {
  postcode: number
  seat: number
  /** Null in ONS's short files, which list live postcodes alone. */
  terminated: number | null
  count: number
}

// ONS writes the postcode in three layouts, named pcd, pcd2, pcds (older) or pcd7, pcd8, pcds; any will do.
// The portal's hosted tables have names in words.
const POSTCODE = [/^pcds$/, /^postcode \(e-?gif\)$/, /^pcd8$/, /^pcd2$/, /^pcd7$/, /^pcd$/, /^postcode \([78][^)]*\)$/]
// pcon in older releases; since 2025 with the year of the boundaries: pcon24cd.
const SEAT = [/^pcon\d\dcd$/, /^pconcd$/, /^pcon$/, /^westminster parliamentary constituency code( \(\d{4}\))?$/]
const TERMINATED = [/^doterm$/, /^date of termination$/]
const INTRODUCED = [/^dointr$/, /^date of introduction$/]
// A row for each property, as in NSUL and ONSUD, is no row for each postcode.
const PROPERTY = [/^uprn$/]

/** Finds the columns by their names in a header row; null when it is not the header of NSPL or ONSPD. */
export function findColumns(header: readonly string[]): Columns | null {
  const names = namesIn(header)
  const [postcode, seat, terminated] = [POSTCODE, SEAT, TERMINATED].map((patterns) => columnOf(names, patterns))
  if (postcode === undefined || seat === undefined || columnOf(names, PROPERTY) !== undefined) return null
  return { postcode, seat, terminated: terminated ?? null, count: names.length }
}

/** Where a list of properties (NSUL, ONSUD) has each one's postcode and constituency; null when it is no such header. */
export function propertyColumns(header: readonly string[]): { postcode: number; code: number } | null {
  const names = namesIn(header)
  const [property, postcode, code] = [PROPERTY, POSTCODE, SEAT].map((patterns) => columnOf(names, patterns))
  return property === undefined || postcode === undefined || code === undefined ? null : { postcode, code }
}

/** Which columns of a header row hold months, as 202508, up to the release's own. */
export function monthColumns(header: readonly string[]): number[] {
  const names = namesIn(header)
  return [INTRODUCED, TERMINATED].flatMap((patterns) => columnOf(names, patterns) ?? [])
}

function namesIn(header: readonly string[]): string[] {
  return header.map((name) => name.trim().toLowerCase())
}

/** The first pattern that any name fits decides. */
function columnOf(names: readonly string[], patterns: readonly RegExp[]): number | undefined {
  return patterns.map((pattern) => names.findIndex((name) => pattern.test(name))).find((at) => at >= 0)
}

/** The columns of a release's header row. Throws {@link ExpectedFailure} with what the file seems to be, where it is none. */
export function needColumns(header: readonly string[], file: string): Columns {
  const columns = findColumns(header)
  if (columns) return columns
  throw new ExpectedFailure(`${file} is not a release of NSPL or ONSPD: ${seems(header)}.`)
}

function seems(header: readonly string[]): string {
  const names = namesIn(header)
  const [first = ''] = names
  if (names.length <= 1 && first === '') return 'it is empty'
  if (/^<(!doctype|html|head|\?xml)/.test(first)) return 'it is a web page'
  if (columnOf(names, PROPERTY) !== undefined) {
    return 'it lists properties (UPRN), as NSUL and ONSUD do; take the Postcode Lookup (NSPL) in its place'
  }
  const missing = [
    { what: 'postcodes (pcds)', patterns: POSTCODE },
    { what: 'constituencies (pcon…)', patterns: SEAT },
    { what: 'the dates of termination (doterm)', patterns: TERMINATED },
  ].filter(({ patterns }) => columnOf(names, patterns) === undefined)
  return `its first row names no column of ${missing.map(({ what }) => what).join(' nor of ')}`
}
