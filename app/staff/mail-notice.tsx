import { Notice } from '@/components/ui/notice'
import type { StaffVerb } from '@/lib/audit/verbs'
import type { Context } from '@/lib/kernel/context'
import { domainState } from '@/lib/mailer/preflight/domain-state'
import { namedOperator } from '@/lib/settings/operator'
import { allowed } from '@/lib/staff/roles'

type Hindrance = { says: string; way: { href: string; label: string; verb: StaffVerb } | null }

const SETTINGS = { href: '/staff/settings', label: 'Name the operator', verb: 'settings.see' } as const
const MAIL = { href: '/staff/mail', label: 'See the records, and what to do', verb: 'mail.see' } as const

/** What stands in the way of real mail, or could, with the way there for whoever may go it. */
export async function MailNotice({ ctx }: { ctx: Context }) {
  const hindrances = await mailHindrances(ctx)
  const { actor } = ctx
  const role = actor.kind === 'staff' ? actor.role : ''
  if (hindrances.length === 0) return null
  return (
    <Notice look="held" heading="About mail">
      {hindrances.map(({ says, way }) => (
        <p key={says}>
          <span>{says}</span>{' '}
          {way && allowed(role, way.verb) && (
            <a className="link font-semibold" href={way.href}>
              {way.label}
            </a>
          )}
          {way && !allowed(role, way.verb) && <span>An administrator can put it right.</span>}
        </p>
      ))}
    </Notice>
  )
}

async function mailHindrances(ctx: Context): Promise<Hindrance[]> {
  const { mailIsLocal, mailReflect } = ctx.env
  if (mailIsLocal) return []
  const [{ ok, allowedAt, domain }, operator] = await Promise.all([domainState(ctx), namedOperator(ctx)])
  const found: Hindrance[] = []
  if (!operator) {
    found.push({ says: 'The operator is not named yet: no letter goes to an MP before that.', way: SETTINGS })
  }
  if (!ok) {
    const so = allowedAt ? 'letters go, but may be taken for spam.' : 'no letter goes to an MP.'
    found.push({ says: `The records of ${domain} are not in order: ${so}`, way: MAIL })
  }
  if (mailReflect) {
    found.push({ says: 'MAIL_REFLECT is set: all mail goes to one address, and nothing of it is counted.', way: null })
  }
  return found
}
