import { z } from 'zod'
import { again, typedIn } from '@/app/_server/forms/make-form'
import { staffForm } from '@/app/_server/forms/staff-form'
import { switchNames } from '@/lib/settings/switches/switches'
import { setSwitch } from '@/lib/staff/set-switch'

const chosen = z.object({ switch: z.enum(switchNames), to: z.enum(['on', 'off']) })

/** Switches one thing off, or on again. */
export const form = staffForm({
  verb: 'switches.set',
  answer: async ({ ctx, sent }) => {
    const typed = typedIn(sent, ['switch', 'to'])
    const parsed = chosen.safeParse(typed)
    if (!parsed.success) return again(typed, [{ field: 'switches', message: 'Choose what to switch, and to what' }])
    await setSwitch(ctx, { name: parsed.data.switch, on: parsed.data.to === 'on' })
    return { redirect: '/staff/switches' }
  },
})
