import type { Context } from '@/lib/kernel/context'
import { namedOperator, operatorSetting } from '@/lib/settings/operator'
import { assertAllowed } from './assert-allowed'
import type { OperatorInput } from './input'

/** Names who runs the installation, in place of what the environment says. Throws a `Refusal` where the actor may not. */
export function setOperator(ctx: Context, operator: OperatorInput): Promise<void> {
  assertAllowed(ctx, 'settings.set-operator')
  return operatorSetting.keep(ctx, operator, {
    verb: 'settings.set-operator',
    before: (_, inner) => namedOperator(inner),
  })
}
