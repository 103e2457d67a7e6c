import { basename } from 'node:path'

export type ReleaseName = {
  /** As ONS calls it, "NSPL August 2025"; the file's own name when it does not say. */
  name: string
  /** The first day of the release's month, as 2025-08-01; null when nothing says it. */
  date: string | null
  /** The date is that of its newest row: the release is of that month, or of one of the next three. */
  fromRows?: true
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * Which release a file is, from names as ONS gives them: NSPL_AUG_2025_UK.csv, ONSPD_FEB_2024.zip; where its own says
 * none, as of a folder, from the names of the `files` in it.
 */
export function releaseName(path: string, files: readonly string[] = []): ReleaseName {
  const own = nameOf(path)
  return own.date === null ? (files.map(nameOf).find(({ date }) => date !== null) ?? own) : own
}

function nameOf(path: string): ReleaseName {
  const file = basename(path).replace(/\.(csv|gz|zip)\b/gi, '')
  const found = /(ONSPD|NSPL)(?:_?2021|21)?[ _-]{0,3}([A-Za-z]{3,9})[ _-]{0,3}(20\d\d)/i.exec(file)
  const month = MONTHS.findIndex((name) => name.slice(0, 3).toLowerCase() === found?.[2]?.slice(0, 3).toLowerCase())
  if (!found || month < 0) return { name: file, date: null }
  const [, kind = '', , year] = found
  return {
    name: `${kind.toUpperCase()} ${MONTHS[month]} ${year}`,
    date: `${year}-${String(month + 1).padStart(2, '0')}-01`,
  }
}

/** A release's date where its name says none: of the newest month in its rows, unless that lies after `now`. */
export function datedByRows(named: ReleaseName, newestMonth: string, now: Date): ReleaseName {
  if (named.date !== null || newestMonth === '') return named
  const date = `${newestMonth.slice(0, 4)}-${newestMonth.slice(4)}-01`
  return new Date(date) > now ? named : { ...named, date, fromRows: true }
}
