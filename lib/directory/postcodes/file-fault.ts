import { CsvError } from 'csv-parse'
import { z } from 'zod'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { fileFaults } from '@/lib/kernel/faults/file-faults'

const coded = z.object({ code: z.string() })

const faults: Record<string, string> = {
  ...fileFaults,
  Z_BUF_ERROR: 'is cut short: fetch it again',
  Z_DATA_ERROR: 'is damaged: fetch it again',
  CSV_MAX_RECORD_SIZE: 'is not a CSV of postcodes: one of its rows has no end',
  CSV_QUOTE_NOT_CLOSED: 'is not a whole CSV: a quotation mark is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'is not a CSV of postcodes: a stray quotation mark stands in it',
  INVALID_OPENING_QUOTE: 'is not a CSV of postcodes: a stray quotation mark stands in it',
}

/** What went wrong in reading `path`, as one line for a person where that is possible; otherwise as it came. */
export function plainFault(error: unknown, path: string): unknown {
  if (error instanceof ExpectedFailure) return error
  const { data } = coded.safeParse(error)
  const words = data && faults[data.code]
  if (words) return new ExpectedFailure(`${path} ${words}.`, { cause: error })
  if (error instanceof CsvError)
    return new ExpectedFailure(`${path} is not a CSV: ${withoutStop(error.message)}.`, { cause: error })
  // yauzl's own have no code.
  if (error instanceof Error && /zip|uncompressed|compressed|crc|inflate|stream size|encrypted/i.test(error.message)) {
    return new ExpectedFailure(`${path} is not a whole zip: ${withoutStop(error.message)}.`, { cause: error })
  }
  return error
}

/** A message of a library's without stops at its end, to stand inside a sentence. */
export function withoutStop(message: string): string {
  return message.trim().replace(/\.{1,9}$/, '')
}
