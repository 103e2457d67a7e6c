import { z } from 'zod'
import { draw } from '@/app/_drawing/draw'
import { uploaded } from '@/app/_drawing/uploaded'
import { type FieldFault, faultsOf } from '@/app/_server/forms/fields'
import { again, typedIn } from '@/app/_server/forms/make-form'
import { MOST_BYTES_OF_PICTURE } from '@/app/_server/forms/read-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { privacyNoticeInput } from '@/lib/content/privacy-notice-input'
import { heldWordsInput, setHeldWords } from '@/lib/letters/review/held-words'
import { mailDomainsInput, setMailDomains } from '@/lib/letters/review/mail-domains'
import { reviewRulesInput, setReviewRules } from '@/lib/letters/review/rules'
import { limitNames, limitsSetting } from '@/lib/limits/current-limits'
import { limitsInput, puzzleInput, spanOf } from '@/lib/limits/input'
import { forgetPuzzle, puzzleSetting } from '@/lib/limits/puzzle/is-puzzle-asked'
import { periodsInput } from '@/lib/privacy/how-long-kept'
import { sayKeysCopied } from '@/lib/privacy/keys/copied'
import { setKeeping } from '@/lib/privacy/set-keeping'
import { installationSetting } from '@/lib/settings/installation'
import { currentPeriods, shortenable } from '@/lib/settings/keeping-periods'
import { operatorLogo } from '@/lib/settings/logo'
import { namedOperator } from '@/lib/settings/operator'
import { privacyNoticeSetting } from '@/lib/settings/privacy-notice'
import { installationInput, logoInput, operatorInput } from '@/lib/staff/input'
import { keepSetting } from '@/lib/staff/keep-setting'
import { removeLogo, setLogo } from '@/lib/staff/logo/set'
import { setOperator } from '@/lib/staff/set-operator'

export const operator = staffForm({
  verb: 'settings.set-operator',
  input: operatorInput,
  answer: async ({ ctx, input }) => {
    await setOperator(ctx, input)
    return saved('operator')
  },
})

export const installation = staffForm({
  verb: 'settings.set',
  input: installationInput,
  answer: async ({ ctx, input: { site, sender } }) => {
    await keepSetting(ctx, installationSetting, { name: site, sender })
    return saved('installation')
  },
})

export const privacyNotice = staffForm({
  verb: 'settings.set',
  input: privacyNoticeInput,
  answer: async ({ ctx, input }) => {
    await keepSetting(ctx, privacyNoticeSetting, input)
    return saved('privacy-notice')
  },
})

/** The operator's logo: another one, the same said or grounded otherwise, or with `remove` none. */
export const logo = staffForm({
  verb: 'settings.set-logo',
  at: '/staff/settings/logo',
  most: MOST_BYTES_OF_PICTURE,
  answer: async ({ ctx, sent }) => {
    if (sent.has('remove')) {
      await removeLogo(ctx)
      return saved('logo')
    }
    const typed = typedIn(sent, ['alt', 'ground', 'picture'])
    const parsed = logoInput.safeParse(typed)
    const [shown, operator] = await Promise.all([operatorLogo(ctx), namedOperator(ctx)])
    const made = await uploaded(sent.get('picture'), (from) => draw({ drawing: 'logo', from }))
    const encoded = made ?? (shown ? null : { refused: 'Choose a picture' })
    const faults: FieldFault[] = parsed.success ? [] : faultsOf(parsed.error)
    if (parsed.data?.alt === '' && !operator) faults.push({ field: 'alt', message: UNNAMED })
    if (encoded && 'refused' in encoded)
      return refusedLogo(typed, [...faults, { field: 'picture', message: encoded.refused }])
    if (!parsed.success || faults.length > 0) return refusedLogo(typed, faults)
    await setLogo(ctx, { ...parsed.data, encoded })
    return saved('logo')
  },
})

export const limits = staffForm({
  verb: 'settings.set',
  answer: async ({ ctx, sent }) => {
    const typed = typedIn(
      sent,
      limitNames.flatMap((name) => [name, spanOf(name)]),
    )
    const parsed = limitsInput.safeParse(typed)
    if (!parsed.success) return again(typed, faultsOf(parsed.error))
    await keepSetting(ctx, limitsSetting, parsed.data)
    return saved('limits')
  },
})

export const keeping = staffForm({
  verb: 'settings.set',
  answer: async ({ ctx, sent }) => {
    const kept = await currentPeriods(ctx)
    const typed = typedIn(sent, shortenable)
    // A period that the form does not name stays.
    for (const name of shortenable) if (!sent.has(name)) typed[name] = String(kept[name])
    const parsed = periodsInput.safeParse(typed)
    if (!parsed.success) return again(typed, faultsOf(parsed.error))
    await setKeeping(ctx, parsed.data)
    return saved('keeping')
  },
})

export const puzzle = staffForm({
  verb: 'settings.set',
  input: puzzleInput,
  answer: async ({ ctx, input }) => {
    await keepSetting(ctx, puzzleSetting, input)
    forgetPuzzle()
    return saved('puzzle')
  },
})

export const keys = staffForm({
  verb: 'settings.set',
  input: z.object({ copied: z.literal('yes', { error: 'Tick the box once the copy is made' }) }),
  answer: async ({ ctx }) => {
    await sayKeysCopied(ctx)
    return saved('keys')
  },
})

export const heldWords = staffForm({
  verb: 'letters.set-held-words',
  input: z.object({ words: heldWordsInput }),
  answer: async ({ ctx, input: { words } }) => {
    await setHeldWords(ctx, words)
    return saved('held-words')
  },
})

export const reviewRules = staffForm({
  verb: 'letters.set-review-rules',
  input: reviewRulesInput,
  answer: async ({ ctx, input }) => {
    await setReviewRules(ctx, input)
    return saved('review-rules')
  },
})

export const mailDomains = staffForm({
  verb: 'letters.set-review-rules',
  input: mailDomainsInput,
  answer: async ({ ctx, input }) => {
    await setMailDomains(ctx, input)
    return saved('mail-domains')
  },
})

/** The forms of the settings, each saved by itself. */
export const form = staffForms({
  operator,
  installation,
  'privacy-notice': privacyNotice,
  limits,
  keeping,
  puzzle,
  keys,
  'held-words': heldWords,
  'review-rules': reviewRules,
  'mail-domains': mailDomains,
})

const UNNAMED = 'Say what the logo says: no organisation is named yet that could stand for it'

/** The settings again: the form's own address has no page. */
function refusedLogo(typed: Record<'alt' | 'ground' | 'picture', string>, faults: FieldFault[]) {
  return { ...again(typed, faults), at: '/staff/settings' }
}

/** To the part that was saved: what is there is read anew. */
function saved(part: string): { redirect: string } {
  return { redirect: `/staff/settings?saved=${part}#${part}` }
}
