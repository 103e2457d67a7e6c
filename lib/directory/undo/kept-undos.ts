import { directoryUndos, type ReplacedKind } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** The last change of a kind, in words, and when it was made. */
export type KeptUndo = { kind: ReplacedKind; at: Date; what: string }

/** The last change of each kind that can be undone. */
export function keptUndos(ctx: Context): Promise<KeptUndo[]> {
  const { kind, at, what } = directoryUndos
  return ctx.db.select({ kind, at, what }).from(directoryUndos)
}
