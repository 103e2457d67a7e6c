import { readdirSync, readFileSync } from 'node:fs'
import { getTableColumns, getTableName, is, sql } from 'drizzle-orm'
import { PgArray, PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { rolledBack } from '@/lib/mailer/testing/context'
import * as schema from './schema/index'

const enums = Object.values(schema)
  .filter((each) => is(each, PgTable))
  .flatMap((table) =>
    Object.values(getTableColumns(table)).flatMap((column) => {
      const isMany = is(column, PgArray)
      const values: string[] | undefined = isMany ? column.baseColumn.enumValues : column.enumValues
      return values ? [{ table: getTableName(table), column: column.name, isMany, values }] : []
    }),
  )

test('there are columns to look at', () => expect(enums.length).toBeGreaterThan(18))

test.each(enums)('$table: $column takes its values, and no other', ({ table, column, isMany, values }) =>
  rolledBack(async ({ db }) => {
    const checks = await db.execute<{ condition: string }>(sql`
      select pg_get_expr(conbin, conrelid) as condition from pg_constraint
      where conrelid = ${table}::regclass and contype = 'c' and convalidated
        and conname = ${`${table}_${column}_known`}`)
    expect(checks).toHaveLength(1)
    const passes = async (value: string) => {
      const given = isMany ? sql`array[${value}]::text[]` : sql`${value}::text`
      const [row] = await db.execute<{ passes: boolean }>(
        sql`select ${sql.raw(checks[0]?.condition ?? 'null')} as passes from (select ${given} as ${sql.identifier(column)}) row`,
      )
      return row?.passes
    }
    for (const value of values) expect([value, await passes(value)]).toEqual([value, true])
    expect(await passes('something else')).toBe(false)
  }),
)

test('a text whose values are a list of ours has that list as its enum: a type alone is no check', () => {
  const typed = readdirSync('db/schema').flatMap(
    (file) => readFileSync(`db/schema/${file}`, 'utf8').match(/\btext\([^\n]*\$type</g) ?? [],
  )
  expect(typed).toEqual([])
})
