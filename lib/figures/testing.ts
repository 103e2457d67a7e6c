import { sql } from 'drizzle-orm'
import { type Measure, measures } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** The sums of every measure that is not 0, as rolled up; for tests. */
export async function figureSums({ db }: Context): Promise<Partial<Record<Measure, number>>> {
  const columns = sql.raw(measures.map((one) => `coalesce(sum(${one}), 0)::int as ${one}`).join(', '))
  const [sums = {}] = await db.execute<Record<string, number>>(sql`select ${columns} from figure_hours`)
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0))
}
