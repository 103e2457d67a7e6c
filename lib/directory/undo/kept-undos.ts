import { directoryUndos, type ReplacedKind } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** The last change of a kind, in words, and when it was made; with `undone` when it was undone, and can be brought back. */
export type KeptUndo = { kind: ReplacedKind; at: Date; what: string; undone: boolean }

/** The last change of each kind that can be undone. */
export async function keptUndos(ctx: Context): Promise<KeptUndo[]> {
  const { kind, at, what } = directoryUndos
  const rows = await ctx.db.select({ kind, at, what }).from(directoryUndos)
  return rows.map(({ what, ...kept }) => ({
    ...kept,
    what: isUndone(what) ? otherWay(what) : what,
    undone: isUndone(what),
  }))
}

const UNDONE = 'Undone: '

function isUndone(what: string): boolean {
  return what.startsWith(UNDONE)
}

/** What a change is called once it is undone; or, of one that was undone, once it is brought back. */
export function otherWay(what: string): string {
  return isUndone(what) ? what.slice(UNDONE.length) : `${UNDONE}${what}`
}
