import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { domainState, keepAllowed } from '@/lib/mailer/preflight/domain-state'
import { assertAllowed } from './assert-allowed'

/** Lets letters go although the sender's domain is not in order. Throws a `Refusal` where the actor may not. */
export function allowMailDomain(ctx: Context): Promise<void> {
  assertAllowed(ctx, 'mail.allow')
  return inTransaction(ctx, async (inner) => {
    const { domain, checks } = await domainState(inner)
    await keepAllowed(inner)
    const faults = checks.filter(({ ok }) => !ok).map(({ name }) => name)
    await recordAudit(inner, { verb: 'mail.allow', subject: { kind: 'domain', id: domain }, after: { faults } })
  })
}
