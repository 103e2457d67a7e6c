import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rolledBack } from '@/lib/mailer/testing/context'
import { foreignTableRules, tableRules } from './how-long-by-table'
import { purgedKinds } from './purge-kinds'

test('every table has a keeping rule, and every rule a table', () =>
  rolledBack(async ({ db }) => {
    const rows = await db.execute<{ schema: string; name: string }>(sql`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`)
    const there = rows.map(({ schema, name }) => (schema === 'public' ? name : `${schema}.${name}`))
    expect([...Object.keys(tableRules), ...Object.keys(foreignTableRules)].sort()).toEqual(there.sort())
  }))

test('every rule that the purge carries out names what it does, and what it erases has a rule', () => {
  const named = [...Object.values(tableRules), ...Object.values(foreignTableRules)].flatMap(({ by = [] }) => by)
  for (const kind of purgedKinds.filter((each) => each !== 'waitsTold')) expect(named).toContain(kind)
})
