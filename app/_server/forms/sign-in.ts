import { currentExchange } from '@/app/_server/exchange'
import type { FormAnswer } from '@/app/_server/form-answer'
import type { FieldFault } from '@/app/_server/form-state'
import { limitsLifted } from '@/app/_server/limits-lifted'
import { takeTurn } from '@/lib/limits/rate-limit'
import { contextFor } from '@/lib/mailer/context-for'
import { staffEmail } from '@/lib/staff/input'
import { askForSignInLink } from '@/lib/staff/sign-in/ask-for-sign-in-link'
import { spendSignInLink } from '@/lib/staff/sign-in/sign-in-link'
import { textOf } from './fields'

/** Has a sign-in link mailed. The answer is the same whether or not the address is on the team. */
export async function signInForm(form: FormData): Promise<FormAnswer> {
  const ctx = contextFor({ kind: 'system' })
  const typed = textOf(form, 'email')
  const email = staffEmail.safeParse(typed)
  const taken = await takeTurn('sign-in', currentExchange().clientAddress, ctx.now(), limitsLifted())
  if (!taken.allowed) return { show: state(typed, 'soon'), status: 429, retryAt: taken.retryAt }
  if (!email.success) {
    const faults = [{ field: 'email', message: email.error.issues[0]?.message ?? '' }]
    return { show: state(typed, null, faults), status: 422 }
  }
  // By address too, so that nobody's mailbox is flooded from many places.
  const mailed = await takeTurn('sign-in', `to ${email.data}`, ctx.now(), limitsLifted())
  if (!mailed.allowed) return { show: state(typed, 'soon'), status: 429, retryAt: mailed.retryAt }
  await askForSignInLink(ctx, email.data)
  return { show: state(email.data, 'sent') }
}

/** The button on the page that a link opens: uses the link up, and goes on to Auth.js with a pass in its place. */
export async function openSignInForm(form: FormData): Promise<FormAnswer> {
  const spent = await spendSignInLink(contextFor({ kind: 'system' }), textOf(form, 'token'))
  if (!spent) return { show: { form: 'open-sign-in', values: {}, faults: [], done: null }, status: 410 }
  const pass = new URLSearchParams({ email: spent.email, token: spent.pass, callbackUrl: '/staff' })
  return { redirect: `/api/auth/callback/email?${pass}` }
}

function state(email: string, done: string | null, faults: FieldFault[] = []) {
  return { form: 'sign-in' as const, values: { email }, faults, done }
}
