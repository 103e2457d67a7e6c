import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '@/db/testing'
import { readRows, readValue } from './read-rows'

const db = await testDatabase()
const row = z.object({ seat: z.string(), letters: z.number() })

test('gives the rows as the statement gave them, in its order', async () => {
  const statement = sql`select * from (values ('B', 2), ('A', 1)) as rows(seat, letters)`
  expect(await readRows(db, row, statement)).toEqual([
    { seat: 'B', letters: 2 },
    { seat: 'A', letters: 1 },
  ])
  expect(await readRows(db, row, sql`select '' as seat, 1 as letters where false`)).toEqual([])
})

test.each([
  ['a column that is missing', sql`select 'A' as constituency, 1 as letters`, 'seat'],
  // PostgreSQL counts in bigint, which comes as text.
  ['a count that comes as text', sql`select 'A' as seat, count(*) as letters`, 'letters'],
  ['nothing where there must be something', sql`select null as seat, 1 as letters`, 'seat'],
  [
    'one bad row among good ones',
    sql`select 'A' as seat, n as letters from (values (1), (null)) as rows(n)`,
    'letters',
  ],
])('refuses %s, and names it', async (_what, statement, column) => {
  const error = await readRows(db, row, statement).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(z.ZodError)
  expect(error).toMatchObject({ issues: [{ path: [expect.any(Number), column] }] })
})

test('leaves out what nobody asked for', async () => {
  expect(await readRows(db, row, sql`select 'A' as seat, 1 as letters, 'x' as secret`)).toEqual([
    { seat: 'A', letters: 1 },
  ])
})

test('a single value is what was said of it, or null, or refused', async () => {
  const of = async (value: string) => {
    const [found] = await db.select({ value: readValue(z.coerce.date(), sql.raw(value)) }).from(sql`(select 1) as one`)
    return found
  }
  expect(await of("'2026-11-26T12:00:00Z'::timestamptz")).toEqual({ value: new Date('2026-11-26T12:00:00Z') })
  expect(await of('null::timestamptz')).toEqual({ value: null })
  await expect(of("'soon'")).rejects.toThrow(z.ZodError)
})
