import { faultsOf } from '@/app/_server/forms/fields'
import { again, left, typedIn } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { actOnLetter, letterAct } from '@/lib/delivery/queue/act-on-letter'
import { filterIn, knowDomain } from '@/lib/delivery/queue/filter'
import { nextLetter } from '@/lib/delivery/queue/find-letters'
import { listAddress, walkAddress } from '@/lib/delivery/queue/list-address'
import { isId } from '@/lib/kernel/id'

export const act = staffForm({
  verb: 'letters.act',
  address: ['letter'],
  answer: async ({ ctx, sent, address: { letter } }) => {
    const typed = typedIn(sent, ['action', 'reason', 'walk'])
    const parsed = letterAct.safeParse(typed)
    if (!parsed.success) return again(typed, faultsOf(parsed.error))
    // The page itself says that there is no such letter.
    if (!isId(letter)) return left(null, typed)
    const { action } = parsed.data
    if (await actOnLetter(ctx, letter, parsed.data)) {
      if (!sent.has('walk')) return { redirect: `/staff/letters/${letter}?done=${action}` }
      const filter = await knowDomain(ctx, filterIn(typed.walk))
      const next = await nextLetter(ctx, filter, letter)
      return {
        redirect: next
          ? walkAddress(next, filter, { was: action })
          : listAddress(filter, { done: action, changed: '1' }),
      }
    }
    return again(typed, [{ field: 'action', message: 'That cannot be done to this letter, as it stands now' }])
  },
})

/** The page itself opens the text, and only where this form was posted: that is one audit row. */
export const open = staffForm({
  verb: 'letters.open',
  address: ['letter'],
  answer: async ({ sent }) => left('open', typedIn(sent, ['walk'])),
})

/** What is done to one letter, on its page. */
export const form = staffForms({ act, open })
