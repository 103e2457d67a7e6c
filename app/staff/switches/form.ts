import { z } from 'zod'
import { faultsOf } from '@/app/_server/forms/fields'
import { again, typedIn } from '@/app/_server/forms/make-form'
import { staffForm } from '@/app/_server/forms/staff-form'
import { oneLine } from '@/lib/kernel/text'
import { typedText } from '@/lib/kernel/typed-text'
import { MOST_WHY, switchNames } from '@/lib/settings/switches/switches'
import { setSwitch } from '@/lib/staff/set-switch'

const TOO_LONG = `The reason can have ${MOST_WHY} characters at most`
const chosen = z.object({ switch: z.enum(switchNames), to: z.enum(['on', 'off']) })
const reason = {
  on: typedText(oneLine, MOST_WHY, TOO_LONG),
  off: typedText(oneLine, MOST_WHY, TOO_LONG, 'Say why: the team reads it here and in the audit'),
}

/** Switches one thing off, or on again, with the reason. */
export const form = staffForm({
  verb: 'switches.set',
  answer: async ({ ctx, sent }) => {
    const typed = typedIn(sent, ['switch', 'to', 'why'])
    const parsed = chosen.safeParse(typed)
    if (!parsed.success) return again(typed, [{ field: 'switches', message: 'Choose what to switch, and to what' }])
    const { switch: name, to } = parsed.data
    const why = z.object({ [`why-${name}`]: reason[to] }).safeParse({ [`why-${name}`]: typed.why })
    if (!why.success) return again(typed, faultsOf(why.error))
    await setSwitch(ctx, { name, on: to === 'on', why: why.data[`why-${name}`] })
    return { redirect: `/staff/switches#${name}` }
  },
})
