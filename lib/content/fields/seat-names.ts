import type { EditorPart } from '@/lib/content/parts/field'
import { allSeats } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { type ContentFields, textsOf } from './fields'

/** The part's fields with constituencies by their codes, as the content keeps them; a name that there is not stays as typed. */
export async function codesOfSeats(ctx: Context, part: EditorPart, fields: ContentFields): Promise<ContentFields> {
  return withSeats(ctx, part, fields, (seats) => new Map(seats.map(({ code, name }) => [folded(name), code])))
}

/** The part's fields with constituencies by their names, as staff read them. */
export async function namesOfSeats(ctx: Context, part: EditorPart, fields: ContentFields): Promise<ContentFields> {
  return withSeats(ctx, part, fields, (seats) => new Map(seats.map(({ code, name }) => [folded(code), name])))
}

async function withSeats(
  ctx: Context,
  part: EditorPart,
  fields: ContentFields,
  make: (seats: { code: string; name: string }[]) => Map<string, string>,
): Promise<ContentFields> {
  const keys = part.list?.fields.filter(({ kind }) => kind === 'seats').map(({ key }) => `.${key}`) ?? []
  const found = Object.keys(fields).filter((key) => keys.some((end) => key.endsWith(end)))
  if (found.length === 0) return fields
  const other = make(await allSeats(ctx))
  const changed = found.map((key) => [key, textsOf(fields[key]).map((text) => other.get(folded(text)) ?? text)])
  return { ...fields, ...Object.fromEntries(changed) }
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
