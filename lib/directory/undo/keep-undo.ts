import { directoryUndos, type ReplacedKind } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/**
 * Keeps how to go back to what is in use, in the caller's transaction, which is about to replace it; what was kept of
 * that kind before is forgotten. `back` is what the kind's own undo reads.
 */
export async function keepUndo(ctx: Context, kind: ReplacedKind, kept: { what: string; back: unknown }): Promise<void> {
  const row = { at: ctx.now(), ...kept }
  await ctx.db
    .insert(directoryUndos)
    .values({ kind, ...row })
    .onConflictDoUpdate({ target: directoryUndos.kind, set: row })
}
