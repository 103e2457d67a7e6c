import { currentExchange } from '@/app/_server/exchange'
import type { FormAnswer } from '@/app/_server/form-answer'
import { limitsLifted } from '@/app/_server/limits-lifted'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { mailboxKey } from '@/lib/limits/mailbox-key'
import { takeTurn } from '@/lib/limits/rate-limit'
import { contextFor } from '@/lib/mailer/context-for'
import { askForMyDataLink } from '@/lib/privacy/ask-for-my-data-link'
import { eraseByHash } from '@/lib/privacy/erase'
import { isEmail } from '@/lib/supporters/input'
import { textOf } from './fields'

/** Sends a link to a person's data to their e-mail; the answer is the same where there are none. */
export async function myDataForm(form: FormData): Promise<FormAnswer> {
  const ctx = contextFor({ kind: 'supporter' })
  const email = textOf(form, 'email')
  const values = { email }
  const taken = await takeTurn(ctx, 'resend', currentExchange().clientAddress, limitsLifted())
  if (!taken.allowed)
    return { show: { form: 'my-data', values, faults: [], done: 'soon' }, status: 429, retryAt: taken.retryAt }
  if (!isEmail(email.trim())) {
    const faults = [{ field: 'email', message: 'Enter an e-mail address like name@example.org' }]
    return { show: { form: 'my-data', values, faults, done: null }, status: 422 }
  }
  // By address too, so that nobody's mailbox is flooded from many places.
  const mailed = await takeTurn(ctx, 'submit-email', `my data ${mailboxKey(email)}`, limitsLifted())
  if (!mailed.allowed)
    return { show: { form: 'my-data', values, faults: [], done: 'soon' }, status: 429, retryAt: mailed.retryAt }
  await askForMyDataLink(ctx, email)
  return { show: { form: 'my-data', values, faults: [], done: 'sent' } }
}

/** Erases everything that the link's owner has given. */
export async function eraseForm(_form: FormData, { token = '' }: Record<string, string>): Promise<FormAnswer> {
  const ctx = contextFor({ kind: 'supporter' })
  const link = await readLink(ctx, 'my-data', token)
  if (!link?.emailHash || link.expired) {
    return { show: { form: 'erase', values: {}, faults: [], done: null }, status: link ? 410 : 404 }
  }
  await eraseByHash(ctx, link.emailHash)
  return { show: { form: 'erase', values: {}, faults: [], done: 'erased' } }
}
