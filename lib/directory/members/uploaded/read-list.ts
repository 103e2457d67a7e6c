import { type MemberRow, parseMemberRows } from '@/lib/directory/members/rows'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'

/** A list of every member with some columns more has a tenth of it. */
export const MOST_LIST_BYTES = 1_000_000

/** The first bytes of XLSX and ODS, which are zips, and of XLS. */
const SPREADSHEETS = ['504b0304', 'd0cf11e0']

/**
 * Reads the bytes of a list of members that somebody uploaded. Throws {@link ExpectedFailure}, one line with what to do,
 * for what is too large, no text, or no such list.
 */
export function readMemberList(bytes: Uint8Array): MemberRow[] {
  if (bytes.length === 0) throw new ExpectedFailure('The file is empty.')
  if (bytes.length > MOST_LIST_BYTES) throw new ExpectedFailure('The file is larger than 1 MB: a list of MPs is not.')
  return parseMemberRows(textOf(bytes))
}

function textOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 4))
  if (SPREADSHEETS.includes(head.toString('hex'))) {
    throw new ExpectedFailure('This is a spreadsheet’s own file: save it as CSV in UTF-8, and upload that.')
  }
  if (head.toString('latin1') === '%PDF')
    throw new ExpectedFailure('This is a PDF: a list of MPs has to be a CSV file.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new ExpectedFailure('The file is no text in UTF-8: save it as “CSV UTF-8”, and upload that.', {
      cause: error,
    })
  }
}
