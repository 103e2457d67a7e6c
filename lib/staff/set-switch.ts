import { eq } from 'drizzle-orm'
import { settings } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { type SwitchName, switchSetting } from '@/lib/settings/switches/switches'
import { assertAllowed } from './assert-allowed'

/**
 * Switches something off, or on again, for the whole installation. Gives `false` where it stood so already: nothing
 * is written down then. Throws a `Refusal` where the actor may not.
 */
export function setSwitch(ctx: Context, { name, on }: { name: SwitchName; on: boolean }): Promise<boolean> {
  assertAllowed(ctx, 'switches.set')
  return inTransaction(ctx, async (inner) => {
    const changed = on ? await remove(inner, name) : await insert(inner, name)
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

async function insert({ db, now }: Context, name: SwitchName): Promise<boolean> {
  const row = { name: switchSetting[name], value: { at: now().toISOString() }, updatedAt: now() }
  const made = await db.insert(settings).values(row).onConflictDoNothing().returning({ name: settings.name })
  return made.length > 0
}

async function remove({ db }: Context, name: SwitchName): Promise<boolean> {
  const gone = await db
    .delete(settings)
    .where(eq(settings.name, switchSetting[name]))
    .returning({ name: settings.name })
  return gone.length > 0
}
