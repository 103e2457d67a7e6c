import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { type SwitchName, switchSettings } from '@/lib/settings/switches/switches'
import { assertAllowed } from './assert-allowed'
import { actorId } from './own-id'

type Asked = { name: SwitchName; on: boolean; why?: string }

/**
 * Switches something off, or on again, for the whole installation, with the reason that was given, which must hold no
 * supporter's data. Gives `false` where it stood so already: nothing is written down then. Throws a `Refusal` where the actor may not.
 */
export function setSwitch(ctx: Context, { name, on, why = '' }: Asked): Promise<boolean> {
  assertAllowed(ctx, 'switches.set')
  return inTransaction(ctx, async (inner) => {
    const setting = switchSettings[name]
    const by = actorId(ctx) ?? null
    const changed = on ? await setting.remove(inner) : await setting.keepFirst(inner, { at: inner.now(), why, by })
    if (!changed) return false
    await recordAudit(inner, {
      verb: 'switches.set',
      subject: { kind: 'switch', id: name },
      before: { on: !on },
      after: why ? { on, why } : { on },
    })
    return true
  })
}
