import { CsvError } from 'csv-parse'
import { parsePostcode } from '@/lib/directory/postcode'
import { csvLines } from '@/lib/directory/postcodes/csv-rows'
import { plainFault } from '@/lib/directory/postcodes/file-fault'
import { withReleaseParts } from '@/lib/directory/postcodes/release-parts'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'

/** The constituencies, by GSS code, that each compact postcode lies in. */
export type SplitRows = Map<string, Set<string>>

const CODE = /^[A-Z]\d{8}$/
// Every postcode of the kingdom in two seats would be 60 MB.
const MOST_BYTES = 500_000_000

/**
 * Reads a CSV of `postcode,code` rows, one for each constituency of a postcode, plain or in a gzip; other columns are
 * passed over. Memory is that of the postcodes that it names. Throws {@link ExpectedFailure} with one line that says
 * what is wrong and where.
 */
export async function readSplits(path: string): Promise<SplitRows> {
  const splits: SplitRows = new Map()
  try {
    await withReleaseParts(
      path,
      () => {},
      async ([part]) => {
        if (part) await readRows(splits, csvLines(await part.open(), MOST_BYTES))
      },
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw plainFault(error, path)
    throw new ExpectedFailure(`The file is not a CSV of split postcodes: line ${Number(error.lines)} cannot be read.`, {
      cause: error,
    })
  }
  if (splits.size === 0) throw new ExpectedFailure('The file has no rows.')
  return splits
}

type Lines = AsyncIterable<{ line: number; cells: string[] }>

async function readRows(splits: SplitRows, lines: Lines): Promise<void> {
  let columns: { postcode: number; code: number } | null = null
  for await (const { line, cells } of lines) {
    if (columns) take(splits, cells[columns.postcode] ?? '', (cells[columns.code] ?? '').trim(), line)
    else columns = columnsOf(cells)
  }
}

function columnsOf(header: string[]): { postcode: number; code: number } {
  const names = header.map((name) => name.trim().toLowerCase())
  const [postcode = -1, code = -1] = ['postcode', 'code'].map((name) => names.indexOf(name))
  if (postcode < 0) throw new ExpectedFailure('The file has no column "postcode".')
  if (code < 0) throw new ExpectedFailure('The file has no column "code".')
  return { postcode, code }
}

function take(splits: SplitRows, typed: string, code: string, line: number): void {
  const parsed = parsePostcode(typed)
  if (parsed.kind !== 'postcode') throw new ExpectedFailure(`Line ${line} has no postcode of the mainland.`)
  if (!CODE.test(code)) throw new ExpectedFailure(`Line ${line} has ${JSON.stringify(code)} for a code.`)
  splits.set(parsed.compact, (splits.get(parsed.compact) ?? new Set()).add(code))
}
