import type { ReplacedKind } from '@/db/schema/index'
import type { Way } from '@/lib/directory/guard/let-in'
import { undoLast } from '@/lib/directory/undo/undo-last'
import { printLines } from './compared-lines'
import { withDirectory } from './with-directory'

/** Goes back to what was in use before the last change, of `kind` where it is given, and prints what that means. */
export function undoFrom(kind: ReplacedKind | null, way: Way): Promise<void> {
  const dryRun = way === 'dry-run'
  return withDirectory(async (ctx) => {
    const { kind: undone, what, lines } = await undoLast(ctx, kind, { dryRun })
    printLines([
      ...lines,
      dryRun
        ? `Nothing was changed. Without --dry-run this would be undone (${undone}): ${what}.`
        : `Undone (${undone}): ${what}. Another undo ${undone} brings it back.`,
    ])
    if (undone === 'members' && !dryRun) printLines(['The next sync reads the list of the UK Parliament again.'])
  })
}
