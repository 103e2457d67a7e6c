import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Measure, measures } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { countedIn, type Scope } from './scope'

export type Sums = Record<Measure, number>

/** The sum of every measure under its own name, for statements over what was counted. */
export const sumColumns: SQL = sql.raw(measures.map((one) => `coalesce(sum(${one}), 0)::int as ${one}`).join(', '))

/** What such a statement gives of them, to be part of what a row is. */
export const sumShape = Object.fromEntries(measures.map((one) => [one, z.number()])) as Record<Measure, z.ZodNumber>

/** The sums of a row alone. */
export function sumsIn(row: Sums): Sums {
  return Object.fromEntries(measures.map((one) => [one, row[one]])) as Sums
}

/** The sum of every measure in a scope. */
export async function sumsOf({ db }: Context, scope: Scope): Promise<Sums> {
  const [row] = await readRows(db, z.object(sumShape), sql`select ${sumColumns} from ${countedIn(scope, 'day')}`)
  if (!row) throw new Error('A sum without groups always has a row.')
  return row
}
