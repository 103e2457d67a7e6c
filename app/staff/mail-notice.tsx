import { Notice } from '@/components/ui/notice'
import type { Context } from '@/lib/kernel/context'
import { domainState } from '@/lib/mailer/preflight/domain-state'
import { namedOperator } from '@/lib/settings/operator'

/** What stands in the way of real mail, or could: said on the dashboard for as long as it is so. */
export async function MailNotice({ ctx }: { ctx: Context }) {
  const { mailIsLocal, mailReflect } = ctx.env
  if (mailIsLocal) return null
  const [{ waived, ok, allowedAt, domain }, operator] = await Promise.all([domainState(ctx), namedOperator(ctx)])
  const says = [
    !operator && 'The operator is not named yet: no letter goes to an MP before that. See Settings.',
    !waived && !ok && !allowedAt && `The records of ${domain} are not in order: no letter goes to an MP. See Mail.`,
    !waived &&
      !ok &&
      allowedAt &&
      `The records of ${domain} are not in order: letters go, but may be taken for spam. See Mail.`,
    mailReflect && 'MAIL_REFLECT is set: all mail goes to one address, and nothing of it is counted.',
  ].filter((line) => typeof line === 'string')
  if (says.length === 0) return null
  return (
    <Notice look="held" heading="About mail">
      {says.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  )
}
