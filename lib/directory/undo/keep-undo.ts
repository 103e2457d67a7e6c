import { eq } from 'drizzle-orm'
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

/** Forgets how to go back, in the caller's transaction: what was kept does not fit what is in use any more. */
export async function forgetUndo(ctx: Context, kind: ReplacedKind): Promise<void> {
  await ctx.db.delete(directoryUndos).where(eq(directoryUndos.kind, kind))
}
