import { faultsOf } from '@/app/_server/forms/fields'
import { again, left, typedIn } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { emailFault, emailFaultWords, emailIn } from '@/lib/kernel/email-address'
import { isId } from '@/lib/kernel/id'
import { sendConfirmationsAgain } from '@/lib/letters/confirming/staff-send-again'
import { changeEmailForWriter, eraseForOwner, lookUpByEmail, lookUpReason } from '@/lib/privacy/staff-look-up'

const FIELDS = ['email', 'reason', 'letter', 'to'] as const

/** The fields as typed, with what is wrong with whom is asked after and why. */
function read(sent: FormData) {
  const typed = typedIn(sent, FIELDS)
  typed.email = emailIn(typed.email)
  const fault = emailFault(typed.email)
  const reason = lookUpReason.safeParse(typed.reason)
  const faults = [
    ...(fault ? [{ field: 'email', message: emailFaultWords[fault] }] : []),
    ...(reason.success ? [] : faultsOf(reason.error).map(({ message }) => ({ field: 'reason', message }))),
  ]
  return { typed, faults, asked: { email: typed.email, reason: reason.data ?? '' } }
}

/** Looks up where the letters of an address stand. */
export const find = staffForm({
  verb: 'letters.look-up',
  answer: async ({ ctx, sent }) => {
    const { typed, faults, asked } = read(sent)
    if (faults.length > 0) return again(typed, faults)
    return left({ found: await lookUpByEmail(ctx, asked) }, typed)
  },
})

/** Has the e-mail to confirm sent again. */
export const sendAgain = staffForm({
  verb: 'letters.confirm-again',
  answer: async ({ ctx, sent }) => {
    const { typed, faults, asked } = read(sent)
    if (faults.length > 0) return again(typed, faults)
    return left({ again: await sendConfirmationsAgain(ctx, asked.email) }, typed)
  },
})

/** Gives a letter that waits to be confirmed another address. */
export const change = staffForm({
  verb: 'letters.change-email',
  answer: async ({ ctx, sent }) => {
    const { typed, faults, asked } = read(sent)
    const to = emailIn(typed.to)
    const fault = emailFault(to)
    if (fault) faults.push({ field: 'to', message: emailFaultWords[fault] })
    if (!isId(typed.letter)) faults.push({ field: 'to', message: 'Choose which letter it is' })
    if (faults.length > 0) return again(typed, faults)
    return left({ changed: await changeEmailForWriter(ctx, { ...asked, letterId: typed.letter, to }) }, typed)
  },
})

/** First asks, then erases. */
export const erase = staffForm({
  verb: 'privacy.erase',
  answer: async ({ ctx, sent }) => {
    const { typed, faults, asked } = read(sent)
    if (faults.length > 0) return again(typed, faults)
    if (typedIn(sent, ['sure']).sure !== 'yes') return left({ ask: true as const }, typed)
    return left({ erased: await eraseForOwner(ctx, asked.email) }, typed)
  },
})

/** The forms of the page that answers “where is my letter?”. */
export const form = staffForms({ find, 'send-again': sendAgain, change, erase })
