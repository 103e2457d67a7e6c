import { sql } from 'drizzle-orm'
import { settings } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { tellChanged } from '@/lib/settings/changed'
import { everyPromise, KEEPING, type Periods, shortenable } from '@/lib/settings/keeping-periods'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/**
 * Promises other periods from now on: `/privacy` shows them at once. What is stored already is kept no longer than
 * was promised when it came. Throws a `Refusal` where the actor may not.
 */
export function setKeeping(ctx: Context, periods: Periods): Promise<void> {
  assertAllowed(ctx, 'settings.set')
  return inTransaction(ctx, async (inner) => {
    // Of two at once the second adds to what the first has promised.
    await inner.db.execute(sql`select pg_advisory_xact_lock(hashtext(${KEEPING}))`)
    const promises = await everyPromise(inner)
    const before = promises.at(-1)
    if (!before || shortenable.every((name) => before[name] === periods[name])) return
    const changes = promises.slice(1).map(({ until: _, ...promised }) => promised)
    const value = [...changes, { ...periods, since: inner.now() }]
    const row = { value, updatedAt: inner.now() }
    await inner.db
      .insert(settings)
      .values({ name: KEEPING, ...row })
      .onConflictDoUpdate({ target: settings.name, set: row })
    const { since: _, until: __, ...shown } = before
    await recordAudit(inner, {
      verb: 'settings.set',
      subject: { kind: 'setting', id: KEEPING },
      before: shown,
      after: periods,
    })
    // Pages say how long, too.
    await tellChanged(inner)
  })
}
