import type { EditorPart } from '@/lib/content/parts/field'
import { allSeats, type Seat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { type ContentFields, textsOf } from './fields'

/**
 * The part's fields with constituencies by their codes, as the content keeps them: of a pasted list each line names one,
 * or its MP, or both in cells. A line that names none, or two that differ, stays as typed.
 */
export async function codesOfSeats(ctx: Context, part: EditorPart, fields: ContentFields): Promise<ContentFields> {
  return withSeats(ctx, part, fields, codeIn)
}

/** The part's fields with constituencies by their names, as staff read them. */
export async function namesOfSeats(ctx: Context, part: EditorPart, fields: ContentFields): Promise<ContentFields> {
  return withSeats(ctx, part, fields, (seats) => {
    const names = new Map(seats.map(({ code, name }) => [folded(code), name]))
    return (code) => names.get(folded(code))
  })
}

/** The code of the seat that a line names, by its own name or by that of the only MP of such a name. */
export function codeIn(seats: readonly Seat[]): (line: string) => string | undefined {
  const codes = new Map(seats.map(({ code, name }) => [folded(name), code]))
  const members = new Map<string, string | undefined>()
  for (const { code, mp } of seats) {
    if (!mp) continue
    const name = bareName(mp.name)
    members.set(name, members.has(name) ? undefined : code)
  }
  const one = (text: string) => codes.get(folded(text)) ?? members.get(bareName(text))
  return (line) => {
    const whole = one(line)
    if (whole) return whole
    const found = new Set(line.split(/[\t,;()–]/).flatMap((cell) => one(cell) ?? []))
    return found.size === 1 ? [...found][0] : undefined
  }
}

async function withSeats(
  ctx: Context,
  part: EditorPart,
  fields: ContentFields,
  make: (seats: readonly Seat[]) => (text: string) => string | undefined,
): Promise<ContentFields> {
  const keys = part.list?.fields.filter(({ kind }) => kind === 'seats').map(({ key }) => `.${key}`) ?? []
  const found = Object.keys(fields).filter((key) => keys.some((end) => key.endsWith(end)))
  if (found.length === 0) return fields
  const other = make(await allSeats(ctx))
  const changed = found.map((key) => [key, textsOf(fields[key]).map((text) => other(text) ?? text)])
  return { ...fields, ...Object.fromEntries(changed) }
}

const TITLES = new Set([
  'the',
  'rt',
  'right',
  'hon',
  'honourable',
  'sir',
  'dame',
  'dr',
  'mr',
  'mrs',
  'ms',
  'miss',
  'mp',
])

/** A person's name without what stands before and after it. */
function bareName(name: string): string {
  const words = folded(name).split(' ')
  return words.filter((word) => !TITLES.has(word)).join(' ')
}

function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
