import { heldWordsInput, setHeldWords } from '@/lib/letters/held-words'
import { operatorInput } from '@/lib/staff/input'
import { setOperator } from '@/lib/staff/set-operator'
import type { FormAnswer } from '../form-answer'
import type { FieldFault, PlainState } from '../form-state'
import { faultsOf, textOf } from './fields'
import { staffForm, staffForms } from './staff-form'

const operatorForm = staffForm('settings.set-operator', async (ctx, form): Promise<FormAnswer> => {
  const values = { name: textOf(form, 'name'), address: textOf(form, 'address'), email: textOf(form, 'email') }
  const parsed = operatorInput.safeParse(values)
  if (!parsed.success) return faulty('operator', values, faultsOf(parsed.error))
  await setOperator(ctx, parsed.data)
  return saved('operator')
})

const heldWordsForm = staffForm('letters.set-held-words', async (ctx, form): Promise<FormAnswer> => {
  const values = { words: textOf(form, 'words') }
  const parsed = heldWordsInput.safeParse(values.words)
  if (!parsed.success) {
    return faulty('held-words', values, [{ field: 'words', message: parsed.error.issues[0]?.message ?? '' }])
  }
  await setHeldWords(ctx, parsed.data)
  return saved('held-words')
})

/** The forms of the settings, each saved by itself. */
export const settingsForms = staffForms({ operator: operatorForm, 'held-words': heldWordsForm })

function faulty(form: PlainState['form'], values: Record<string, string>, faults: FieldFault[]): FormAnswer {
  return { show: { form, values, faults, done: null }, status: 422 }
}

/** To the part that was saved: what is there is read anew. */
function saved(part: string): FormAnswer {
  return { redirect: `/staff/settings?saved=${part}#${part}` }
}
