import { z } from 'zod'
import { turnOf } from '@/app/_server/caller/limit-caller'
import { faultsOf, textOf } from '@/app/_server/forms/fields'
import { again, left, publicForm, typedIn } from '@/app/_server/forms/make-form'
import { staffEmail } from '@/lib/staff/input'
import { askForSignInLink } from '@/lib/staff/sign-in/ask-for-sign-in-link'
import { pageAfterSignIn } from '@/lib/staff/sign-in/page-after'

const input = z.object({ email: staffEmail })

/** Has a sign-in link mailed. The answer is the same whether or not the address is on the team. */
export const form = publicForm({
  answer: async ({ ctx, sent }) => {
    const typed = { ...typedIn(sent, ['email']), to: pageAfterSignIn(textOf(sent, 'to')) }
    const taken = await turnOf(ctx, 'sign-in')
    if (!taken.allowed) return { ...left('soon', typed), status: 429, retryAt: taken.retryAt }
    const parsed = input.safeParse(typed)
    if (!parsed.success) return again(typed, faultsOf(parsed.error))
    const { email } = parsed.data
    // By address too, so that nobody's mailbox is flooded from many places.
    const mailed = await turnOf(ctx, 'sign-in', `to ${email}`)
    if (!mailed.allowed) return { ...left('soon', typed), status: 429, retryAt: mailed.retryAt }
    await askForSignInLink({ ...ctx, actor: { kind: 'system' } }, email, typed.to)
    return left('sent', { ...typed, email })
  },
})
