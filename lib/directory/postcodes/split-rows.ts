import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { parsePostcode } from '@/lib/directory/postcode'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'

/** The constituencies, by GSS code, that each compact postcode lies in. */
export type SplitRows = Map<string, Set<string>>

const CODE = /^[A-Z]\d{8}$/
const records = z.array(z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }))

/**
 * Reads a CSV of `postcode,code` rows, one for each constituency of a postcode; other columns are passed over.
 * Throws {@link ExpectedFailure} with one line that says what is wrong and where.
 */
export function parseSplitRows(text: string): SplitRows {
  const rows = read(text)
  const [first] = rows
  if (!first) throw new ExpectedFailure('The file has no rows.')
  for (const name of ['postcode', 'code']) {
    if (!(name in first.record)) throw new ExpectedFailure(`The file has no column "${name}".`)
  }
  const splits: SplitRows = new Map()
  for (const { record, info } of rows) {
    const parsed = parsePostcode(record.postcode ?? '')
    if (parsed.kind !== 'postcode') throw new ExpectedFailure(`Line ${info.lines} has no postcode of the mainland.`)
    const code = (record.code ?? '').trim()
    if (!CODE.test(code)) throw new ExpectedFailure(`Line ${info.lines} has ${JSON.stringify(code)} for a code.`)
    splits.set(parsed.compact, (splits.get(parsed.compact) ?? new Set()).add(code))
  }
  return splits
}

function read(text: string): z.infer<typeof records> {
  try {
    return records.parse(parse(text, { bom: true, columns: true, info: true, skip_empty_lines: true }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ExpectedFailure(`The file is not a CSV of split postcodes: line ${Number(error.lines)} cannot be read.`, {
      cause: error,
    })
  }
}
