import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Measure, measures } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { type Scope, within } from './scope'

const sums = z.record(z.enum(measures), z.number())
export type Sums = Record<Measure, number>

/** The sum of every measure in a scope. */
export async function sumsOf({ db }: Context, scope: Scope): Promise<Sums> {
  const columns = sql.raw(measures.map((one) => `coalesce(sum(${one}), 0)::int as ${one}`).join(', '))
  const [row] = await readRows(db, sums, sql`select ${columns} from figure_hours where ${within(scope)}`)
  if (!row) throw new Error('A sum without groups always has a row.')
  return row
}
