import { settings } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import type { AuditVerb, StaffVerb } from '@/lib/audit/verbs'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { keptSetting } from '@/lib/settings/setting'
import { assertAllowed } from './assert-allowed'

/** Whose right it is, the audit's name for it, and how what stood there is read: of a setting with a page of its own. */
type Own = { right: StaffVerb; verb: AuditVerb; read: (ctx: Context) => Promise<unknown> }

/** Keeps a setting in place of what stood there, and writes both down. Throws a `Refusal` where the actor may not. */
export function keepSetting(ctx: Context, name: string, value: object, own?: Own): Promise<void> {
  const { right, verb, read } = own ?? { right: 'settings.set', verb: 'settings.set', read: keptAt(name) }
  assertAllowed(ctx, right)
  return inTransaction(ctx, async (inner) => {
    const before = await read(inner)
    const row = { value, updatedAt: inner.now() }
    await inner.db
      .insert(settings)
      .values({ name, ...row })
      .onConflictDoUpdate({ target: settings.name, set: row })
    await recordAudit(inner, { verb, subject: { kind: 'setting', id: name }, before, after: value })
  })
}

function keptAt(name: string) {
  return (ctx: Context) => keptSetting(ctx, name)
}
