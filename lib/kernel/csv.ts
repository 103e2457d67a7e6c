import { stringify } from 'csv-stringify/sync'

export type Cell = string | number

/** The mark by which spreadsheets know UTF-8; other programs can do without. */
export const BYTE_ORDER_MARK = '\ufeff'

/**
 * Lines of a CSV file: text in quotes, lines that end in CR LF (RFC 4180), and no text that begins a formula, whatever
 * somebody called themselves (OWASP, CSV injection). Numbers stay numbers.
 */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return stringify([...rows], {
    escape_formulas: true,
    quoted_string: true,
    record_delimiter: '\r\n',
    // A line feed is on the list too, and not on the library's.
    cast: { string: (text) => (text.startsWith('\n') ? `'${text}` : text) },
  })
}
