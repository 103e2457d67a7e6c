import type { EditorPart } from '@/lib/content/parts/field'
import { allSeats } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { type Leaves, textsOf } from './fields'

/** The part's fields with constituencies by their codes, as the content keeps them; a name that there is not stays as typed. */
export async function codesOfSeats(ctx: Context, part: EditorPart, leaves: Leaves): Promise<Leaves> {
  return withSeats(ctx, part, leaves, (seats) => new Map(seats.map(({ code, name }) => [folded(name), code])))
}

/** The part's fields with constituencies by their names, as staff read them. */
export async function namesOfSeats(ctx: Context, part: EditorPart, leaves: Leaves): Promise<Leaves> {
  return withSeats(ctx, part, leaves, (seats) => new Map(seats.map(({ code, name }) => [folded(code), name])))
}

async function withSeats(
  ctx: Context,
  part: EditorPart,
  leaves: Leaves,
  make: (seats: { code: string; name: string }[]) => Map<string, string>,
): Promise<Leaves> {
  const keys = part.list?.fields.filter(({ kind }) => kind === 'seats').map(({ key }) => `.${key}`) ?? []
  const found = Object.keys(leaves).filter((key) => keys.some((end) => key.endsWith(end)))
  if (found.length === 0) return leaves
  const other = make(await allSeats(ctx))
  const changed = found.map((key) => [key, textsOf(leaves[key]).map((text) => other.get(folded(text)) ?? text)])
  return { ...leaves, ...Object.fromEntries(changed) }
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
