import type { Context } from '@/lib/kernel/context'
import { answersTo } from '@/lib/mailer/send'
import type { Check } from './check'
import { domainState } from './domain-state'

/** Whether what supporters answer to our e-mails is read by anybody; null where no mail leaves this machine. */
export async function checkAnswers(ctx: Context): Promise<Check | null> {
  if ((await domainState(ctx)).waived) return null
  const email = await answersTo(ctx)
  const found = email ?? `no Reply-To: they go to ${ctx.env.mailFrom}, which few domains that send receive`
  const todo = 'Set OPERATOR_EMAIL, or the operator’s e-mail address on /staff/settings, to one address that is read.'
  return { name: 'Answers to e-mails', ok: email !== undefined, found, todo: email ? null : todo }
}
