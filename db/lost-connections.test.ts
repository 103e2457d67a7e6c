import { setImmediate as turn } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outliving } from './lost-connections'
import { freshDatabase } from './testing'

let beside: postgres.Sql
let url = ''
let uncaught: unknown[] = []
const note = (error: unknown) => uncaught.push(error)

beforeAll(async () => {
  url = await freshDatabase('empty')
  beside = postgres(url, { max: 1 })
})
afterAll(() => beside.end())

/** What is done in a transaction whose connection has just been cut. */
const AFTER: [string, (inner: postgres.TransactionSql) => unknown][] = [
  ['it ends', () => 'done'],
  ['it fails', () => Promise.reject(new Error('Something else.'))],
  ['it asks on', (inner) => inner.unsafe('select 1')],
  ['it asks on, and minds no failure', (inner) => inner.unsafe('select 1').catch(() => inner.unsafe('select 2'))],
  ['it goes on in a part of its own', (inner) => inner.savepoint((part) => part.unsafe('select 1'))],
]
/** Where it stands when the connection is cut. */
const CUT: [string, (inner: postgres.TransactionSql, cut: () => Promise<void>) => Promise<unknown>][] = [
  ['between two statements', (_inner, cut) => cut()],
  ['in a statement', (inner, cut) => Promise.all([inner.unsafe('select pg_sleep(20)').catch(() => {}), cut()])],
  [
    'in a part of its own',
    (inner, cut) => inner.savepoint((part) => Promise.all([part.unsafe('select pg_sleep(20)'), cut()])).catch(() => {}),
  ],
]

describe.each(CUT)('a transaction whose connection is cut %s', (_where, isCut) => {
  test.each(AFTER)('fails alone, where %s', async (_then, goOn) => {
    const sql = postgres(url, { max: 1, onnotice: () => {} })
    const before = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException').on('uncaughtException', note)
    uncaught = []
    try {
      const work = outliving(sql).begin(async (inner) => {
        const [row] = await inner.unsafe('select pg_backend_pid() as pid')
        await isCut(inner, () => cut(Number(row?.pid)))
        return goOn(inner)
      })
      await expect(work).rejects.toThrow()
      for (let turns = 0; turns < 50; turns++) await turn()
      expect(uncaught).toEqual([])
      // Its last word, that it was cut, the driver gives to the next statement as well.
      await sql`select 1`.catch(() => {})
      expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
    } finally {
      process.removeListener('uncaughtException', note)
      for (const listener of before) process.on('uncaughtException', listener)
      await sql.end({ timeout: 1 })
    }
  })
})

test('a transaction that fails because another’s connection is cut is rolled back, and its own goes on', async () => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const other = postgres(url, { max: 1, onnotice: () => {} })
  const work = outliving(sql).begin(async () => {
    const [row] = await other`select pg_backend_pid() as pid`
    await Promise.all([other`select pg_sleep(20)`, cut(Number(row?.pid))])
  })
  await expect(work).rejects.toThrow('CONNECTION_CLOSED')
  expect(await sql`select 1 as one, pg_current_xact_id_if_assigned() as open`).toEqual([{ one: 1, open: null }])
  await Promise.all([sql.end({ timeout: 1 }), other.end({ timeout: 1 })])
})

test('a transaction that fails by itself is rolled back as ever', async () => {
  const sql = outliving(postgres(url, { max: 1 }))
  await sql`create table kept (one int)`
  await expect(
    sql.begin(async (inner) => {
      await inner`insert into kept values (1)`
      await inner.savepoint((part) => part`insert into kept values ('x'::text)`).catch(() => {})
      throw new Error('No.')
    }),
  ).rejects.toThrow('No.')
  await sql.begin((inner) => inner`insert into kept values (2)`)
  expect(await sql`select one from kept`).toEqual([{ one: 2 }])
  await sql.end()
})

async function cut(pid: number): Promise<void> {
  await beside`select pg_terminate_backend(${pid}, 5000)`
  for (let turns = 0; turns < 20; turns++) await turn()
}
