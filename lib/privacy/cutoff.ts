import { type SQL, sql } from 'drizzle-orm'
import type { Context } from '@/lib/kernel/context'

/** So long before `ctx.now()`. The database counts months: 31 August less six of them is the last day of February. */
export function before(ctx: Context, count: number, unit: 'days' | 'months'): SQL {
  return sql`${ctx.now().toISOString()}::timestamptz - make_interval(${sql.raw(unit)} => ${count}::int)`
}
