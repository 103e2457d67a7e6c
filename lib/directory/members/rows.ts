import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { emailIn, isEmail } from '@/lib/kernel/email-address'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { grouped, oneLine } from '@/lib/kernel/text'

export type Member = { memberId: number; name: string; party: string; email: string | null }

/** Who sits for a seat; `member` is null for a vacant one. `line` is where it stands in the file. */
export type MemberRow = { code: string; member: Member | null; line: number }

const MOST_ROWS = 1000

/**
 * Reads a CSV of members: `code` or `gss_code`, `member_id`, `member` or `name`, `party`, `email`; other columns
 * are passed over, a row without a member is a vacant seat. Throws {@link ExpectedFailure} with one line that
 * says what is wrong and where.
 */
export function parseMemberRows(text: string): MemberRow[] {
  const records = recordsOf(text)
  if (records.length > MOST_ROWS) {
    throw new ExpectedFailure(`The file has more than ${grouped(MOST_ROWS)} rows: there are 650 constituencies.`)
  }
  const first = records[0]
  if (!first) throw new ExpectedFailure('The file has no rows.')
  const code = columnOf(first.record, ['code', 'gss_code'])
  const name = columnOf(first.record, ['member', 'name'])
  for (const needed of ['member_id', 'party', 'email']) columnOf(first.record, [needed])
  const rows = records.map(({ record, line }) => ({
    code: (record[code] ?? '').trim().toUpperCase(),
    member: memberOf({ ...record, name: record[name] ?? '' }, line),
    line,
  }))
  refuseTwice(rows, ({ code }) => code, 'The constituency')
  refuseTwice(
    rows.filter(({ member }) => member),
    ({ member }) => `${member?.memberId}`,
    'The member',
  )
  return rows
}

type CsvRecord = Record<string, string>

const parsed = z.array(z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }))

function recordsOf(text: string): { record: CsvRecord; line: number }[] {
  try {
    const records: unknown = parse(text, {
      bom: true,
      columns: folded,
      delimiter: delimiterOf(text),
      info: true,
      skip_empty_lines: true,
      to: MOST_ROWS + 1,
    })
    return parsed.parse(records).map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ExpectedFailure(`The file is not a CSV of members: ${csvFault(error)}.`, { cause: error })
  }
}

/** Spreadsheets write semicolons or tabs in some countries. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/))
  return [',', ';', '\t'].find((one) => header.includes(one)) ?? ','
}

/** The header's names in any case, with or without spaces around them. */
function folded(header: string[]): string[] {
  return header.map((name) => name.trim().toLowerCase())
}

function csvFault({ code, lines }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark is opened and never closed'
  const ragged = String(code).startsWith('CSV_RECORD_INCONSISTENT')
  return `line ${Number(lines)} ${ragged ? 'has another number of columns than the header' : 'has a stray quotation mark'}`
}

function columnOf(record: CsvRecord, names: string[]): string {
  const found = names.find((name) => name in record)
  if (!found) throw new ExpectedFailure(`The file has no column ${names.map((name) => `"${name}"`).join(' or ')}.`)
  return found
}

const textOf = (most: number, what: string) =>
  z.string().trim().min(1, `has no ${what}`).max(most, `has too long a ${what}`)

const member = z.object({
  member_id: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,8}$/, 'has a member_id that is not a number'),
  name: textOf(120, 'name'),
  party: textOf(80, 'party'),
  email: z.string().refine((email) => email === '' || isEmail(email), 'has an e-mail that is not an address'),
})

function memberOf(record: CsvRecord, line: number): Member | null {
  const typed = {
    member_id: (record.member_id ?? '').trim(),
    name: oneLine(record.name ?? ''),
    party: oneLine(record.party ?? ''),
    email: emailIn(record.email ?? ''),
  }
  if (Object.values(typed).every((value) => value === '')) return null
  const { data, error } = member.safeParse(typed)
  if (error) throw new ExpectedFailure(`Line ${line} ${error.issues[0]?.message}.`)
  return { memberId: Number(data.member_id), name: data.name, party: data.party, email: data.email || null }
}

function refuseTwice(rows: MemberRow[], key: (row: MemberRow) => string, what: string): void {
  const seen = new Map<string, number>()
  for (const row of rows) {
    const before = seen.get(key(row))
    if (before) throw new ExpectedFailure(`${what} ${key(row)} stands on line ${before} and again on line ${row.line}.`)
    seen.set(key(row), row.line)
  }
}
