import { faultsOf } from '@/app/_server/forms/fields'
import { again, left, typedIn } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { actOnLetter, letterAct } from '@/lib/delivery/queue/act-on-letter'
import { isId } from '@/lib/kernel/id'

export const act = staffForm({
  verb: 'letters.act',
  address: ['letter'],
  answer: async ({ ctx, sent, address: { letter } }) => {
    const typed = typedIn(sent, ['action', 'reason'])
    const parsed = letterAct.safeParse(typed)
    if (!parsed.success) return again(typed, faultsOf(parsed.error))
    // The page itself says that there is no such letter.
    if (!isId(letter)) return left(null, typed)
    if (await actOnLetter(ctx, letter, parsed.data)) {
      return { redirect: `/staff/letters/${letter}?done=${parsed.data.action}` }
    }
    return again(typed, [{ field: 'action', message: 'That cannot be done to this letter, as it stands now' }])
  },
})

/** The page itself opens the text, and only where this form was posted: that is one audit row. */
export const open = staffForm({ verb: 'letters.open', address: ['letter'], answer: async () => left('open') })

/** What is done to one letter, on its page. */
export const form = staffForms({ act, open })
