import { operatorInput } from '@/lib/staff/input'
import { setOperator } from '@/lib/staff/set-operator'
import type { FormAnswer } from '../form-answer'
import { faultsOf, textOf } from './fields'
import { staffForm } from './staff-form'

/** Names who runs the installation. */
export const operatorForm = staffForm('settings.set-operator', async (ctx, form): Promise<FormAnswer> => {
  const values = { name: textOf(form, 'name'), address: textOf(form, 'address'), email: textOf(form, 'email') }
  const parsed = operatorInput.safeParse(values)
  if (!parsed.success) {
    return { show: { form: 'operator', values, faults: faultsOf(parsed.error), done: null }, status: 422 }
  }
  await setOperator(ctx, parsed.data)
  return { show: { form: 'operator', values: parsed.data, faults: [], done: 'saved' } }
})
