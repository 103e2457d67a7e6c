import { z } from 'zod'
import { again, left, typedIn } from '@/app/_server/forms/make-form'
import { staffForm } from '@/app/_server/forms/staff-form'
import { type ReplacedKind, replacedKinds } from '@/db/schema/index'
import { askToFetch } from '@/lib/directory/fetch/fetch-job'
import { confirmSync, discardSync } from '@/lib/directory/sync/decide-waiting-sync'
import { askToSync } from '@/lib/directory/sync/sync-job'
import { undoLast } from '@/lib/directory/undo/undo-last'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { rowId } from '@/lib/kernel/id'

const asked = z.union([
  z.object({ sync: rowId, answer: z.enum(['confirm', 'discard']) }),
  z.object({ fetch: z.enum(['release', 'confirm']), northernIreland: z.enum(['yes', '']) }),
  z.object({ ask: z.literal('sync') }),
  z.object({ undo: z.enum(replacedKinds) }),
])

/** Has the MPs synced, confirms or discards the sync that waits, has the newest postcodes fetched, or goes back to what was in use before the last change. */
export const form = staffForm({
  verb: 'directory.confirm',
  answer: async ({ ctx, sent }) => {
    const typed = typedIn(sent, ['sync', 'answer', 'ask', 'undo', 'fetch', 'northernIreland'])
    const faulty = (message: string) => again(typed, [{ field: 'syncs', message }])
    const parsed = asked.safeParse(typed)
    if (!parsed.success) return faulty('Confirm or discard: nothing was chosen.')
    try {
      return left(await done(ctx, parsed.data), typed)
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error
      return faulty(error.message)
    }
  },
})

export type Done = 'confirm' | 'discard' | 'fetch' | 'ask' | ReplacedKind

async function done(ctx: Context, chosen: z.infer<typeof asked>): Promise<Done> {
  if ('ask' in chosen) {
    await askToSync(ctx)
    return 'ask'
  }
  if ('undo' in chosen) return (await undoLast(ctx, chosen.undo)).kind
  if ('fetch' in chosen) {
    const confirm = chosen.fetch === 'confirm'
    await askToFetch(ctx, { northernIreland: confirm ? null : chosen.northernIreland === 'yes', confirm })
    return 'fetch'
  }
  if (chosen.answer === 'confirm') await confirmSync(ctx, chosen.sync)
  else await discardSync(ctx, chosen.sync)
  return chosen.answer
}
