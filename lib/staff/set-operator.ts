import { settings } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { namedOperator } from '@/lib/settings/operator'
import { assertAllowed } from './assert-allowed'
import type { OperatorInput } from './input'

/** Names who runs the installation, in place of what the environment says. Throws a `Refusal` where the actor may not. */
export function setOperator(ctx: Context, operator: OperatorInput): Promise<void> {
  assertAllowed(ctx, 'settings.set-operator')
  return inTransaction(ctx, async (inner) => {
    const before = await namedOperator(inner)
    const row = { value: operator, updatedAt: inner.now() }
    await inner.db
      .insert(settings)
      .values({ name: 'operator', ...row })
      .onConflictDoUpdate({ target: settings.name, set: row })
    await recordAudit(inner, {
      verb: 'settings.set-operator',
      subject: { kind: 'setting', id: 'operator' },
      before,
      after: operator,
    })
  })
}
