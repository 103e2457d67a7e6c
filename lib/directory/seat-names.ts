import { constituencies } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'

/** The constituencies of the directory: their names by GSS code. */
export async function seatNames(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.db.select({ code: constituencies.code, name: constituencies.name }).from(constituencies)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** The constituencies of the directory: name and nation by GSS code. */
export async function seatNations(ctx: Context): Promise<Map<string, { name: string; nation: string }>> {
  const { code, name, nation } = constituencies
  const rows = await ctx.db.select({ code, name, nation }).from(constituencies).orderBy(name)
  return new Map(rows.map(({ code, ...seat }) => [code, seat]))
}

/** Throws {@link ExpectedFailure}, naming the first five, when some of the codes are of no constituency in `names`. */
export function refuseStrangeSeats(names: ReadonlyMap<string, string>, codes: readonly string[]): void {
  const strange = codes.filter((code) => !names.has(code))
  if (strange.length === 0) return
  const more = strange.length > 5 ? ` and ${strange.length - 5} more` : ''
  throw new ExpectedFailure(`The directory has no constituency ${strange.slice(0, 5).join(', ')}${more}.`)
}
