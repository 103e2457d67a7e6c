import { faultsOf, textOf } from '@/app/_server/forms/fields'
import { again, left, typedIn } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { letterAct } from '@/lib/delivery/queue/act-on-letter'
import { beginAct } from '@/lib/delivery/queue/begin-bulk-act'
import { filterFields, knowDomain, letterFilter } from '@/lib/delivery/queue/filter'
import { listAddress } from '@/lib/delivery/queue/list-address'
import { cancelAct } from '@/lib/delivery/queue/open-bulk-acts'
import { setSendingPaused } from '@/lib/delivery/queue/pause-sending'
import { previewAct } from '@/lib/delivery/queue/preview-act'
import { tryDomainAgain } from '@/lib/delivery/queue/retry-blocked-domain'
import { filterName, forgetFilter, saveFilter } from '@/lib/delivery/queue/saved-filters'
import { emailFault, emailFaultWords, emailIn } from '@/lib/kernel/email-address'
import { isId } from '@/lib/kernel/id'
import { sendConfirmationsAgain } from '@/lib/letters/confirming/staff-send-again'

/** First says how many letters it would change; changes them when that number is confirmed. */
export const bulk = staffForm({
  verb: 'letters.act',
  answer: async ({ ctx, sent }) => {
    const typed = typedIn(sent, ['action', 'reason', ...filterFields, 'sure'])
    const faulty = (message: string) => again(typed, [{ field: 'action', message }])
    const parsed = letterAct.safeParse(typed)
    if (!parsed.success) return again(typed, faultsOf(parsed.error))
    const filter = letterFilter.parse(typed)
    // A page shows more where a filter cannot be read; what changes letters must not take them all for it.
    if (filterFields.some((name) => typed[name].trim() && filter[name] === null)) {
      return faulty('The filter cannot be read: set it anew')
    }
    // The domain itself goes into no record: its hash finds the letters.
    const which = { filter: { ...(await knowDomain(ctx, filter)), domain: null } }
    const { action } = parsed.data
    if (typed.sure !== 'yes') {
      return left({ action, preview: await previewAct(ctx, which.filter, action) }, typed)
    }
    const begun = await beginAct(ctx, which.filter, parsed.data)
    const came: Record<string, string> = begun.ended ? { done: action, changed: `${begun.changed}` } : { begun: '1' }
    return { redirect: listAddress(filter, came) + (begun.ended ? '' : '#acts') }
  },
})

const stop = staffForm({
  verb: 'letters.act',
  answer: async ({ ctx, sent }) => {
    const id = textOf(sent, 'act')
    if (isId(id)) await cancelAct(ctx, id)
    return { redirect: '/staff/letters#acts' }
  },
})

/** For somebody who told the team that their e-mail to confirm never came. */
export const confirmAgain = staffForm({
  verb: 'letters.confirm-again',
  answer: async ({ ctx, sent }) => {
    const email = emailIn(textOf(sent, 'email'))
    const fault = emailFault(email)
    if (fault) return again({ email }, [{ field: 'email', message: emailFaultWords[fault] }])
    return left({ again: await sendConfirmationsAgain(ctx, email) }, { email })
  },
})

/** Keeps the filter that the list is shown by, for the whole team. */
export const keep = staffForm({
  verb: 'letters.act',
  answer: async ({ ctx, sent }) => {
    const typed = typedIn(sent, ['name', ...filterFields])
    const filter = letterFilter.parse(typed)
    const name = filterName.safeParse(typed.name)
    if (!name.success) return again(typed, [{ field: 'name', message: name.error.issues[0]?.message ?? '' }])
    if (await saveFilter(ctx, name.data, filter)) return { redirect: listAddress(filter) }
    return again(typed, [{ field: 'name', message: 'Thirty filters are kept already: forget one of them first' }])
  },
})

const forget = staffForm({
  verb: 'letters.act',
  answer: async ({ ctx, sent }) => {
    await forgetFilter(ctx, textOf(sent, 'name'))
    return { redirect: listAddress(letterFilter.parse(typedIn(sent, filterFields))) }
  },
})

export const pause = setPaused(true)
export const resume = setPaused(false)

const tryAgain = staffForm({
  verb: 'letters.try-again',
  answer: async ({ ctx, sent }) => {
    await tryDomainAgain(ctx, textOf(sent, 'domain'))
    return { redirect: '/staff/letters#sending' }
  },
})

/** The forms of the list of letters. */
export const form = staffForms({
  keep,
  forget,
  'try-again': tryAgain,
  'confirm-again': confirmAgain,
  bulk,
  stop,
  pause,
  resume,
})

function setPaused(paused: boolean) {
  return staffForm({
    verb: 'letters.pause',
    answer: async ({ ctx, sent }) => {
      const campaignId = textOf(sent, 'campaign')
      if (!isId(campaignId)) {
        return again({}, [{ field: 'sending', message: 'There is no such campaign' }])
      }
      await setSendingPaused(ctx, { campaignId, paused })
      return { redirect: '/staff/letters#sending' }
    },
  })
}
