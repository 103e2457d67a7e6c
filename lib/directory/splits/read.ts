import { CsvError } from 'csv-parse'
import { parsePostcode } from '@/lib/directory/postcode'
import { propertyColumns } from '@/lib/directory/postcodes/columns'
import { csvLines } from '@/lib/directory/postcodes/csv-rows'
import { plainFault } from '@/lib/directory/postcodes/file-fault'
import { PSEUDO_CODE } from '@/lib/directory/postcodes/pseudo-code'
import { type ReleasePart, withReleaseParts } from '@/lib/directory/postcodes/release-parts'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { grouped } from '@/lib/kernel/text'
import { CollectedProperties } from './collect-properties'
import type { SplitRows } from './split-rows'

const CODE = /^[A-Z]\d{8}$/
// ONSUD, the largest, unpacks to about 10 GB.
const MOST_BYTES = 30_000_000_000
// A fifth of all that there are: about one in two hundred is split.
const MOST_NAMED = 500_000

/**
 * Reads a CSV of `postcode,code` rows, one for each constituency of a postcode, or the properties of NSUL or ONSUD (a
 * CSV or the zip of ONS), of which those postcodes are taken whose properties lie in several constituencies; other
 * columns are passed over. `onRead` hears how far it is, from 0 to 1. Throws {@link ExpectedFailure} with one line that
 * says what is wrong and where.
 */
export async function readSplits(path: string, onRead: (share: number) => void = () => {}): Promise<SplitRows> {
  const splits: SplitRows = new Map()
  const properties = new CollectedProperties(splits)
  const share = (bytes: number, total: number) => onRead(total > 0 ? Math.min(1, bytes / total) : 1)
  try {
    await withReleaseParts(path, share, async (parts) => {
      for (const part of parts) await readPart(splits, properties, part)
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw plainFault(error, path)
    throw new ExpectedFailure(`The file is not a CSV of split postcodes: line ${Number(error.lines)} cannot be read.`, {
      cause: error,
    })
  }
  properties.countFirst()
  if (splits.size > 0) return splits
  throw new ExpectedFailure(
    properties.properties > 0
      ? 'No postcode of the file has properties in two constituencies.'
      : 'The file has no rows.',
  )
}

type At = { postcode: number; code: number }

async function readPart(splits: SplitRows, properties: CollectedProperties, part: ReleasePart): Promise<void> {
  let list: At | null = null
  let ofProperties: At | null = null
  for await (const { line, cells } of csvLines(await part.open(), MOST_BYTES)) {
    if (list) takeRow(splits, cells[list.postcode] ?? '', (cells[list.code] ?? '').trim(), line)
    else if (ofProperties) takeProperty(properties, cells[ofProperties.postcode] ?? '', cells[ofProperties.code] ?? '')
    else {
      ofProperties = propertyColumns(cells)
      // Beside the data of a zip stand lists of names.
      if (!ofProperties && part.skippable) return
      if (!ofProperties) list = columnsOf(cells)
    }
    if (splits.size > MOST_NAMED) {
      throw new ExpectedFailure(`The file names more than ${grouped(MOST_NAMED)} postcodes: it is no list of splits.`)
    }
  }
}

function columnsOf(header: string[]): At {
  const names = header.map((name) => name.trim().toLowerCase())
  const [postcode = -1, code = -1] = ['postcode', 'code'].map((name) => names.indexOf(name))
  if (postcode < 0) throw new ExpectedFailure('The file has no column "postcode".')
  if (code < 0) throw new ExpectedFailure('The file has no column "code".')
  return { postcode, code }
}

function takeRow(splits: SplitRows, typed: string, code: string, line: number): void {
  const parsed = parsePostcode(typed)
  if (parsed.kind !== 'postcode') throw new ExpectedFailure(`Line ${line} has no postcode of the mainland.`)
  const seat = code.toUpperCase()
  if (!CODE.test(seat)) throw new ExpectedFailure(`Line ${line} has ${JSON.stringify(code)} for a code.`)
  splits.set(parsed.compact, (splits.get(parsed.compact) ?? new Map()).set(seat, null))
}

/** A property without a postcode or a constituency, or in a Crown dependency, says nothing of a split. */
function takeProperty(properties: CollectedProperties, typed: string, code: string): void {
  const parsed = parsePostcode(typed)
  const seat = code.trim()
  if (parsed.kind === 'postcode' && CODE.test(seat) && !PSEUDO_CODE.test(seat)) properties.add(parsed.compact, seat)
}
