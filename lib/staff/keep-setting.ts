import { settings } from '@/db/schema'
import { recordAudit } from '../audit/record'
import { type Context, inTransaction } from '../kernel/context'
import { keptSetting } from '../kernel/setting'
import { assertAllowed } from './assert-allowed'

/** Keeps a setting in place of what stood there, and writes both down. Throws a `Refusal` where the actor may not. */
export function keepSetting(ctx: Context, name: string, value: object): Promise<void> {
  assertAllowed(ctx, 'settings.set')
  return inTransaction(ctx, async (inner) => {
    const before = await keptSetting(inner, name)
    const row = { value, updatedAt: inner.now() }
    await inner.db
      .insert(settings)
      .values({ name, ...row })
      .onConflictDoUpdate({ target: settings.name, set: row })
    await recordAudit(inner, { verb: 'settings.set', subject: { kind: 'setting', id: name }, before, after: value })
  })
}
