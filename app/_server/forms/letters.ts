import type { FormAnswer } from '@/app/_server/form-answer'
import type { FieldFault } from '@/app/_server/form-state'
import { actOnLetter, countForAction, letterAct } from '@/lib/delivery/queue/act'
import { cancelAct } from '@/lib/delivery/queue/acts'
import { beginAct } from '@/lib/delivery/queue/begin-act'
import { filterFields, knowDomain, letterFilter } from '@/lib/delivery/queue/filter'
import { setSendingPaused } from '@/lib/delivery/queue/pause'
import { tryDomainAgain } from '@/lib/delivery/queue/try-again'
import { isId } from '@/lib/kernel/id'
import { faultsOf, textOf } from './fields'
import { staffForm, staffForms } from './old-staff-form'

/** First says how many letters it would change; changes them when that number is confirmed. */
const bulkForm = staffForm('letters.act', async (ctx, form): Promise<FormAnswer> => {
  const values = textsIn(form, ['action', 'reason', ...filterFields, 'sure'])
  const parsed = letterAct.safeParse(values)
  if (!parsed.success) return shown('letters-bulk', values, faultsOf(parsed.error))
  const filter = letterFilter.parse(values)
  // A page shows more where a filter cannot be read; what changes letters must not take them all for it.
  if (filterFields.some((name) => values[name]?.trim() && filter[name] === null)) {
    return shown('letters-bulk', values, [{ field: 'action', message: 'The filter cannot be read: set it anew' }])
  }
  // The domain itself goes into no record: its hash finds the letters.
  const which = { filter: { ...(await knowDomain(ctx, filter)), domain: null } }
  const { action } = parsed.data
  if (values.sure !== 'yes') {
    const many = await countForAction(ctx, which, action)
    if (many > 0) return shown('letters-bulk', { ...values, many: `${many}` }, [])
    return shown('letters-bulk', values, [{ field: 'action', message: 'That can be done to none of these letters' }])
  }
  const begun = await beginAct(ctx, which.filter, parsed.data)
  return {
    redirect: begun.ended ? `/staff/letters?done=${action}&changed=${begun.changed}` : '/staff/letters?begun=1#acts',
  }
})

const stopForm = staffForm('letters.act', async (ctx, form): Promise<FormAnswer> => {
  const id = textOf(form, 'act')
  if (isId(id)) await cancelAct(ctx, id)
  return { redirect: '/staff/letters#acts' }
})

const pauseForm = (paused: boolean) =>
  staffForm('letters.pause', async (ctx, form): Promise<FormAnswer> => {
    const campaignId = textOf(form, 'campaign') || null
    if (campaignId && !isId(campaignId)) {
      return shown('letters-bulk', {}, [{ field: 'sending', message: 'There is no such campaign' }])
    }
    await setSendingPaused(ctx, { campaignId, paused })
    return { redirect: '/staff/letters#sending' }
  })

const tryAgainForm = staffForm('letters.try-again', async (ctx, form): Promise<FormAnswer> => {
  await tryDomainAgain(ctx, textOf(form, 'domain'))
  return { redirect: '/staff/letters#sending' }
})

/** The forms of the list of letters. */
export const lettersForms = staffForms({
  'try-again': tryAgainForm,
  bulk: bulkForm,
  stop: stopForm,
  pause: pauseForm(true),
  resume: pauseForm(false),
})

const actForm = staffForm('letters.act', async (ctx, form, { letter = '' }): Promise<FormAnswer> => {
  const values = textsIn(form, ['action', 'reason'])
  const parsed = letterAct.safeParse(values)
  if (!parsed.success) return shown('letter-act', values, faultsOf(parsed.error))
  if (!isId(letter)) return shown('letter-act', values, [])
  if (await actOnLetter(ctx, letter, parsed.data))
    return { redirect: `/staff/letters/${letter}?done=${parsed.data.action}` }
  const message = 'That cannot be done to this letter, as it stands now'
  return shown('letter-act', values, [{ field: 'action', message }])
})

/** The page itself opens the text, and only where this form was posted: that is one audit row. */
const openForm = staffForm(
  'letters.open',
  async (): Promise<FormAnswer> => ({ show: { form: 'letter-open', values: {}, faults: [], done: 'open' } }),
)

/** What is done to one letter, on its page. */
export const letterForms = staffForms({ act: actForm, open: openForm })

function textsIn<const Name extends string>(form: FormData, names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(form, name)])) as Record<Name, string>
}

function shown(form: 'letters-bulk' | 'letter-act', values: Record<string, string>, faults: FieldFault[]): FormAnswer {
  return { show: { form, values, faults, done: null }, ...(faults.length > 0 && { status: 422 }) }
}
