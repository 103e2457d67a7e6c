import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { type SwitchName, switchSettings } from '@/lib/settings/switches/switches'
import { assertAllowed } from './assert-allowed'

/**
 * Switches something off, or on again, for the whole installation. Gives `false` where it stood so already: nothing
 * is written down then. Throws a `Refusal` where the actor may not.
 */
export function setSwitch(ctx: Context, { name, on }: { name: SwitchName; on: boolean }): Promise<boolean> {
  assertAllowed(ctx, 'switches.set')
  return inTransaction(ctx, async (inner) => {
    const setting = switchSettings[name]
    const changed = on ? await setting.remove(inner) : await setting.keepFirst(inner, { at: inner.now() })
    if (!changed) return false
    const after = { on }
    await recordAudit(inner, {
      verb: 'switches.set',
      subject: { kind: 'switch', id: name },
      before: { on: !on },
      after,
    })
    return true
  })
}
