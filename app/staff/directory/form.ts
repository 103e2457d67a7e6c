import { z } from 'zod'
import { again, left, typedIn } from '@/app/_server/forms/make-form'
import { staffForm } from '@/app/_server/forms/staff-form'
import { confirmSync, discardSync } from '@/lib/directory/sync/decide-waiting-sync'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { rowId } from '@/lib/kernel/id'

const decision = z.object({ sync: rowId, answer: z.enum(['confirm', 'discard']) })

/** Confirms or discards the sync that waits. */
export const form = staffForm({
  verb: 'directory.confirm',
  answer: async ({ ctx, sent }) => {
    const typed = typedIn(sent, ['sync', 'answer'])
    const faulty = (message: string) => again(typed, [{ field: 'syncs', message }])
    const parsed = decision.safeParse(typed)
    if (!parsed.success) return faulty('Confirm or discard: nothing was chosen.')
    const { sync, answer } = parsed.data
    try {
      if (answer === 'confirm') await confirmSync(ctx, sync)
      else await discardSync(ctx, sync)
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error
      return faulty(error.message)
    }
    return left(answer, typed)
  },
})
