import { ExpectedFailure } from '@/lib/kernel/errors'

/** Where the columns that are read stand in a file's rows. */
export type Columns = { postcode: number; seat: number; terminated: number; count: number }

// ONS writes the postcode in three layouts, named pcd, pcd2, pcds (older) or pcd7, pcd8, pcds; any will do.
const POSTCODE = [/^pcds$/, /^pcd8$/, /^pcd2$/, /^pcd7$/, /^pcd$/]
// pcon in older releases; since 2025 with the year of the boundaries: pcon24cd.
const SEAT = [/^pcon\d\dcd$/, /^pconcd$/, /^pcon$/]
const TERMINATED = [/^doterm$/]

/** Finds the columns by their names in a header row; null when it is not the header of NSPL or ONSPD. */
export function findColumns(header: readonly string[]): Columns | null {
  const names = header.map((name) => name.trim().toLowerCase())
  const at = (patterns: RegExp[]) => {
    for (const pattern of patterns) {
      const found = names.findIndex((name) => pattern.test(name))
      if (found >= 0) return found
    }
    return -1
  }
  const columns = { postcode: at(POSTCODE), seat: at(SEAT), terminated: at(TERMINATED), count: names.length }
  return Math.min(columns.postcode, columns.seat, columns.terminated) < 0 ? null : columns
}

/** As {@link findColumns}; throws {@link ExpectedFailure} with what the file seems to be in its place. */
export function needColumns(header: readonly string[], file: string): Columns {
  const columns = findColumns(header)
  if (columns) return columns
  throw new ExpectedFailure(`${file} is not a release of NSPL or ONSPD: ${seems(header)}.`)
}

function seems(header: readonly string[]): string {
  const first = (header[0] ?? '').trim().toLowerCase()
  if (header.length === 0 || (header.length === 1 && first === '')) return 'it is empty'
  if (/^<(!doctype|html|head|\?xml)/.test(first)) return 'it is a web page'
  const names = header.map((name) => name.trim().toLowerCase())
  const missing = [
    { what: 'postcodes (pcds)', there: names.some((name) => /^pcd(s|2|7|8)?$/.test(name)) },
    { what: 'constituencies (pcon…)', there: names.some((name) => /^pcon(\d\dcd|cd)?$/.test(name)) },
    { what: 'the dates of termination (doterm)', there: names.includes('doterm') },
  ].filter(({ there }) => !there)
  return `its first row names no column of ${missing.map(({ what }) => what).join(' nor of ')}`
}
