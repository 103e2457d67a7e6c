import { z } from 'zod'
import type { FormAnswer } from '@/app/_server/form-answer'
import { switchNames } from '@/lib/settings/switches/switches'
import { setSwitch } from '@/lib/staff/set-switch'
import { textOf } from './fields'
import { staffForm } from './staff-form'

const chosen = z.object({ switch: z.enum(switchNames), to: z.enum(['on', 'off']) })

/** Switches one thing off, or on again. */
export const switchForm = staffForm('switches.set', async (ctx, form): Promise<FormAnswer> => {
  const values = { switch: textOf(form, 'switch'), to: textOf(form, 'to') }
  const parsed = chosen.safeParse(values)
  if (!parsed.success) {
    const faults = [{ field: 'switches', message: 'Choose what to switch, and to what' }]
    return { show: { form: 'switch', values, faults, done: null }, status: 422 }
  }
  await setSwitch(ctx, { name: parsed.data.switch, on: parsed.data.to === 'on' })
  return { redirect: '/staff/switches' }
})
