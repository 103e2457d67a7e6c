import { eq, inArray, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { PREPARED_MOST, preparing, worthPreparing } from './prepared-statements'
import { constituencies } from './schema/index'
import { databaseUrl, testDatabase } from './testing'

let url = ''
beforeAll(async () => {
  url = await databaseUrl(await testDatabase())
})

test('what is asked again is kept prepared, within transactions and their savepoints too, and gives the same', async () => {
  const db = opened()
  const asks = [
    () => seat(db),
    () => db.transaction((tx) => seat(tx)),
    () => db.transaction((tx) => tx.transaction((inner) => seat(inner))),
  ]
  for (const ask of [...asks, ...asks]) expect(await ask()).toEqual([])
  expect(await preparedOf(db, 'constituencies')).toBe(1)
})

test('where a pooler is in between, nothing is', async () => {
  const db = opened({ prepare: false })
  for (let times = 0; times < 6; times++) await seat(db)
  expect(await preparedOf(db, 'constituencies')).toBe(0)
})

test('lists of ever other lengths are not kept, and one that has no values may hold several statements', async () => {
  const db = opened()
  for (let length = 1; length < 20; length++) {
    const codes = Array.from({ length }, (_, at) => `${at}`)
    await db.select().from(constituencies).where(inArray(constituencies.code, codes))
  }
  expect(await preparedOf(db, 'constituencies')).toBe(0)
  for (let times = 0; times < 6; times++) await db.execute(sql.raw('select 1; select 2'))
})

test('a fault is told as it was, and what has failed may be asked again', async () => {
  const db = opened()
  const divide = (by: number) => db.execute<{ given: number }>(sql`select 6 / ${by}::int as given`)
  for (let times = 0; times < 4; times++) {
    await expect(divide(0)).rejects.toThrow()
    expect([...(await divide(2))]).toEqual([{ given: 3 }])
  }
})

test('a statement whose table has changed meanwhile is prepared anew', async () => {
  const db = opened()
  await db.execute(sql`create table changing (one int)`)
  const read = () => db.execute(sql`select * from changing where one = ${1}`)
  for (let times = 0; times < 6; times++) await read()
  await db.execute(sql`insert into changing values (1)`)
  await db.execute(sql`alter table changing add column other text default 'new'`)
  expect([...(await read())]).toEqual([{ one: 1, other: 'new' }])
})

test('so many statements are prepared at most, whatever is asked', () => {
  const worth = worthPreparing()
  const often = (statement: string) => [1, 2, 3].map(() => worth(statement)).at(-1)
  expect(often('select first')).toBe(true)
  for (let other = 1; other < PREPARED_MOST; other++) expect(often(`select ${other}`)).toBe(true)
  expect(often('select one more')).toBe(false)
  expect(worth('select first')).toBe(true)
})

function opened(options: { prepare?: boolean } = {}) {
  const client = postgres(url, { max: 1, onnotice: () => {}, ...options })
  onTestFinished(() => client.end())
  return drizzle(preparing(client))
}

type Asked = Pick<ReturnType<typeof opened>, 'select'>

function seat(db: Asked) {
  return db.select().from(constituencies).where(eq(constituencies.code, 'none'))
}

async function preparedOf(db: ReturnType<typeof opened>, table: string): Promise<number> {
  const rows = await db.execute(sql`select from pg_prepared_statements where statement like ${`%from "${table}"%`}`)
  return rows.length
}
