import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Options, parse } from 'csv-parse'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'

// A row of a release has about 500 characters.
const LONGEST_ROW = 20_000

/**
 * The rows of a CSV as they are read, header first, blank lines left out; UTF-8 (a byte-order mark is passed over)
 * or anything that agrees with ASCII in the columns that count, with any line ends. Throws
 * {@link ExpectedFailure} when more than `mostBytes` is unpacked, or one row is longer than a row can be.
 */
export async function* csvRows(source: Readable, mostBytes: number): AsyncGenerator<string[]> {
  for await (const row of parsed(source, mostBytes, {})) yield asCells(row)
}

/** As {@link csvRows}, each with the line of the file that it ends on. */
export async function* csvLines(
  source: Readable,
  mostBytes: number,
): AsyncGenerator<{ line: number; cells: string[] }> {
  const numbered: Options = { on_record: (cells: string[], { lines }) => [String(lines), ...cells] }
  for await (const row of parsed(source, mostBytes, numbered)) {
    const [line, ...cells] = asCells(row)
    yield { line: Number(line), cells }
  }
}

async function* parsed(source: Readable, mostBytes: number, more: Options): AsyncGenerator<unknown> {
  const rows = { bom: true, relax_column_count: true, skip_empty_lines: true, max_record_size: LONGEST_ROW }
  const parser = parse({ ...rows, ...more })
  const reading = pipeline(source, limited(mostBytes), parser).catch((error: unknown) => {
    parser.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  try {
    yield* parser
    await reading
  } finally {
    source.destroy()
  }
}

function limited(mostBytes: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      if (bytes <= mostBytes) return done(null, chunk)
      done(new ExpectedFailure(`It unpacks to more than ${mostBytes / 1e6} MB, which no release does.`))
    },
  })
}

// Without `columns`, csv-parse gives each row as a list of texts; its stream does not say so.
function asCells(row: unknown): string[] {
  return row as string[]
}
