import { z } from 'zod'
import type { FormAnswer } from '@/app/_server/form-answer'
import { confirmSync, discardSync } from '@/lib/directory/sync/decide-waiting-sync'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { rowId } from '@/lib/kernel/id'
import { textOf } from './fields'
import { staffForm } from './old-staff-form'

const answer = z.object({ sync: rowId, answer: z.enum(['confirm', 'discard']) })

/** Confirms or discards the sync that waits. */
export const directoryForm = staffForm('directory.confirm', async (ctx, form): Promise<FormAnswer> => {
  const values = { sync: textOf(form, 'sync'), answer: textOf(form, 'answer') }
  const parsed = answer.safeParse(values)
  if (!parsed.success) return faulty(values, 'Confirm or discard: nothing was chosen.')
  try {
    if (parsed.data.answer === 'confirm') await confirmSync(ctx, parsed.data.sync)
    else await discardSync(ctx, parsed.data.sync)
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error
    return faulty(values, error.message)
  }
  return { show: { form: 'directory', values, faults: [], done: parsed.data.answer } }
})

function faulty(values: Record<string, string>, message: string): FormAnswer {
  return { show: { form: 'directory', values, faults: [{ field: 'syncs', message }], done: null }, status: 422 }
}
