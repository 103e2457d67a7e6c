import type { FormAnswer } from '@/app/_server/form-answer'
import type { FieldFault, PlainState } from '@/app/_server/form-state'
import { heldWordsInput, setHeldWords } from '@/lib/letters/review/held-words'
import { domainLists, mailDomainsInput, setMailDomains } from '@/lib/letters/review/mail-domains'
import { reviewRulesInput, setReviewRules } from '@/lib/letters/review/rules'
import { forgetLimits, LIMITS, limitNames } from '@/lib/limits/current-limits'
import { limitsInput, puzzleInput, spanOf } from '@/lib/limits/input'
import { forgetPuzzle, PUZZLE } from '@/lib/limits/puzzle/is-puzzle-asked'
import { periodsInput } from '@/lib/privacy/how-long-kept'
import { setKeeping } from '@/lib/privacy/set-keeping'
import { INSTALLATION, type Installation } from '@/lib/settings/installation'
import { currentPeriods, shortenable } from '@/lib/settings/keeping-periods'
import { installationInput, operatorInput } from '@/lib/staff/input'
import { keepSetting } from '@/lib/staff/keep-setting'
import { setOperator } from '@/lib/staff/set-operator'
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

const reviewRulesForm = staffForm('letters.set-review-rules', async (ctx, form): Promise<FormAnswer> => {
  const names = Object.keys(reviewRulesInput.shape)
  const values = Object.fromEntries(names.map((name) => [name, textOf(form, name)]))
  const parsed = reviewRulesInput.safeParse(values)
  if (!parsed.success) return faulty('review-rules', values, faultsOf(parsed.error))
  await setReviewRules(ctx, parsed.data)
  return saved('review-rules')
})

const mailDomainsForm = staffForm('letters.set-review-rules', async (ctx, form): Promise<FormAnswer> => {
  const values = Object.fromEntries(domainLists.map((name) => [name, textOf(form, name)]))
  const parsed = mailDomainsInput.safeParse(values)
  if (!parsed.success) return faulty('mail-domains', values, faultsOf(parsed.error))
  await setMailDomains(ctx, parsed.data)
  return saved('mail-domains')
})

const installationForm = staffForm('settings.set', async (ctx, form): Promise<FormAnswer> => {
  const values = { site: textOf(form, 'site'), sender: textOf(form, 'sender') }
  const parsed = installationInput.safeParse(values)
  if (!parsed.success) return faulty('installation', values, faultsOf(parsed.error))
  const { site, sender } = parsed.data
  await keepSetting(ctx, INSTALLATION, { name: site, sender } satisfies Installation)
  return saved('installation')
})

const limitsForm = staffForm('settings.set', async (ctx, form): Promise<FormAnswer> => {
  const fields = limitNames.flatMap((name) => [name, spanOf(name)])
  const values = Object.fromEntries(fields.map((name) => [name, textOf(form, name)]))
  const parsed = limitsInput.safeParse(values)
  if (!parsed.success) return faulty('limits', values, faultsOf(parsed.error))
  await keepSetting(ctx, LIMITS, parsed.data)
  forgetLimits()
  return saved('limits')
})

const keepingForm = staffForm('settings.set', async (ctx, form): Promise<FormAnswer> => {
  const kept = await currentPeriods(ctx)
  // A period that the form does not name stays.
  const values = Object.fromEntries(
    shortenable.map((name) => [name, form.has(name) ? textOf(form, name) : String(kept[name])]),
  )
  const parsed = periodsInput.safeParse(values)
  if (!parsed.success) return faulty('keeping', values, faultsOf(parsed.error))
  await setKeeping(ctx, parsed.data)
  return saved('keeping')
})

const puzzleForm = staffForm('settings.set', async (ctx, form): Promise<FormAnswer> => {
  const values = { when: textOf(form, 'when'), most: textOf(form, 'most') }
  const parsed = puzzleInput.safeParse(values)
  if (!parsed.success) return faulty('puzzle', values, faultsOf(parsed.error))
  await keepSetting(ctx, PUZZLE, parsed.data)
  forgetPuzzle()
  return saved('puzzle')
})

/** The forms of the settings, each saved by itself. */
export const settingsForms = staffForms({
  operator: operatorForm,
  installation: installationForm,
  limits: limitsForm,
  keeping: keepingForm,
  puzzle: puzzleForm,
  'held-words': heldWordsForm,
  'review-rules': reviewRulesForm,
  'mail-domains': mailDomainsForm,
})

function faulty(form: PlainState['form'], values: Record<string, string>, faults: FieldFault[]): FormAnswer {
  return { show: { form, values, faults, done: null }, status: 422 }
}

/** To the part that was saved: what is there is read anew. */
function saved(part: string): FormAnswer {
  return { redirect: `/staff/settings?saved=${part}#${part}` }
}
