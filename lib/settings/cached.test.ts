import { setImmediate } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connection, type Database } from '@/db/client'
import { campaigns, constituencies, mps } from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
import { databaseUrl, testDatabase } from '@/db/testing'
import { log } from '@/lib/kernel/log'
import { rolledBack } from '@/lib/mailer/testing/context'
import { cached, outdate } from './cached'
import { keepInStep, look } from './listen-for-changes'

const NAME = 'told'
const load = vi.fn(async (db: Database): Promise<unknown> => {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, NAME))
  return row?.value
})
const read = cached({ name: 'one setting', tables: ['settings'], load })

const db = await testDatabase()
/** As another process has it. */
const other = postgres(await databaseUrl(db), { max: 1 })
let step: { stop(): void }

beforeEach(async () => {
  await other`insert into settings (name, value) values (${NAME}, '1') on conflict (name) do update set value = '1'`
  step = await keepInStep()
  await allTold()
  load.mockClear()
})
afterEach(() => step.stop())

/** What was written before the test has been told: words come in their order, late on a busy machine. */
async function allTold(): Promise<void> {
  let isTold = false
  const { unlisten } = await connection().listen('cached_changed', (said) => (isTold ||= said === 'all told'))
  await other`select pg_notify('cached_changed', 'all told')`
  await vi.waitUntil(() => isTold, { timeout: 120_000, interval: 5 })
  await unlisten()
}

const write = (value: number) => other`update settings set value = ${value}::int::text::jsonb where name = ${NAME}`

/** Ends the connection by which this process listens; gives back when it listens again. */
async function cut(): Promise<() => Promise<void>> {
  const [gone] = await other`
    select pg_terminate_backend(pid), pid from pg_stat_activity
    where datname = current_database() and query = 'listen "cached_changed"'`
  if (!gone) throw new Error('Nobody listens.')
  return () =>
    vi.waitFor(
      async () => {
        const [again] = await other`
        select 1 from pg_stat_activity where datname = current_database() and query = 'listen "cached_changed"' and pid <> ${gone.pid}`
        expect(again).toBeDefined()
      },
      { timeout: 120_000 },
    )
}

test('a process asks once, and not again until something has changed', async () => {
  expect(await read({ db })).toBe(1)
  for (let turn = 0; turn < 10; turn += 1) expect(await read({ db })).toBe(1)
  await look()
  expect(await read({ db })).toBe(1)
  expect(load).toHaveBeenCalledTimes(1)
})

test('a change by another process is told, and loaded once', async () => {
  expect(await read({ db })).toBe(1)
  await write(2)
  await vi.waitFor(async () => expect(await read({ db })).toBe(2), { timeout: 120_000 })
  expect(load).toHaveBeenCalledTimes(2)
})

test('what changed while the listening was cut is seen by the next look', async () => {
  expect(await read({ db })).toBe(1)
  const back = await cut()
  await write(2)
  await look()
  expect(await read({ db })).toBe(2)
  await back()
})

test('it looks by itself, every 2 seconds', async () => {
  step.stop()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    step = await keepInStep()
    expect(await read({ db })).toBe(1)
    for (const value of [2, 3]) {
      await other.begin(async (quietly) => {
        await quietly`alter table settings disable trigger settings_cached`
        await quietly`update settings set value = ${value}::int::text::jsonb where name = ${NAME}`
        await quietly`alter table settings enable trigger settings_cached`
      })
      expect(await read({ db })).toBe(value - 1)
      await vi.advanceTimersByTimeAsync(2000)
      while ((await read({ db })) !== value) await setImmediate()
    }
  } finally {
    vi.useRealTimers()
  }
})

test('when the listening is back, everything is loaded anew', async () => {
  expect(await read({ db })).toBe(1)
  const back = await cut()
  await back()
  await vi.waitFor(
    async () => {
      await read({ db })
      expect(load).toHaveBeenCalledTimes(2)
    },
    { timeout: 120_000 },
  )
  await write(3)
  await vi.waitFor(async () => expect(await read({ db })).toBe(3), { timeout: 120_000 })
})

test('a thousand readers at once cause one load, before anything is known and after a change', async () => {
  const thousand = () => Promise.all(Array.from({ length: 1000 }, () => read({ db })))
  expect(new Set(await thousand())).toEqual(new Set([1]))
  expect(load).toHaveBeenCalledTimes(1)
  outdate('settings')
  await thousand()
  expect(load).toHaveBeenCalledTimes(2)
})

test('whoever asks after a change is never answered by a load that began before it', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  load.mockImplementationOnce(async () => {
    await held
    return 'before the change'
  })
  const early = read({ db })
  await write(2)
  await look()
  const late = Array.from({ length: 100 }, () => read({ db }))
  release()
  expect(await early).toBe('before the change')
  expect(new Set(await Promise.all(late))).toEqual(new Set([2]))
})

test('what this process has written itself is seen after a look, with nobody listening', async () => {
  expect(await read({ db })).toBe(1)
  const back = await cut()
  await db.update(settings).set({ value: 5 }).where(eq(settings.name, NAME))
  await look()
  expect(await read({ db })).toBe(5)
  await back()
})

test('a transaction reads what it has written, and leaves nothing behind when it is rolled back', async () => {
  expect(await read({ db })).toBe(1)
  await rolledBack(async (ctx) => {
    await ctx.db.update(settings).set({ value: 7 }).where(eq(settings.name, NAME))
    expect(await read(ctx)).toBe(7)
    expect(await read({ db })).toBe(1)
  })
  expect(await read({ db })).toBe(1)
  await look()
  expect(await read({ db })).toBe(1)
})

test('while the database does not answer, what was known last counts, and is tried again once it does', async () => {
  const said = vi.spyOn(log, 'error').mockImplementation(() => {})
  expect(await read({ db })).toBe(1)
  load.mockRejectedValueOnce(new Error('no database'))
  await write(2)
  await vi.waitFor(() => read({ db }).then(() => expect(said).toHaveBeenCalledTimes(1)), { timeout: 120_000 })
  expect(await read({ db })).toBe(1)
  await look()
  expect(await read({ db })).toBe(2)
  said.mockRestore()
})

test('before anything is known, a database that does not answer is an error, and the next who asks tries again', async () => {
  load.mockRejectedValueOnce(new Error('no database'))
  await expect(read({ db })).rejects.toThrow('no database')
  expect(await read({ db })).toBe(1)
})

test('what is loaded needs none of the connections that transactions may all have', async () => {
  let release = () => {}
  const all = new Promise<void>((resolve) => {
    release = resolve
  })
  let begun = 0
  const waiting = Array.from({ length: 10 }, () =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select 1`)
      begun += 1
      if (begun === 10) release()
      await all
      return read({ db })
    }),
  )
  expect(new Set(await Promise.all(waiting))).toEqual(new Set([1]))
})

test('a process that is not told of changes reads each time', async () => {
  step.stop()
  expect(await read({ db })).toBe(1)
  await write(2)
  expect(await read({ db })).toBe(2)
})

test('every table that something is cached of tells of its changes', async () => {
  const seat = { code: 'E14009999', name: 'Nowhere', nation: 'England', latitude: 0, longitude: 0 }
  const mp = { constituencyCode: seat.code, memberId: 1, name: 'A', party: 'B', since: new Date() }
  const changes = {
    settings: () => db.delete(settings).where(eq(settings.name, NAME)),
    campaigns: () => db.insert(campaigns).values({ slug: 'told', goal: 1 }),
    constituencies: () => db.insert(constituencies).values(seat),
    mps: () => db.insert(mps).values(mp),
  }
  const heard: string[] = []
  const { unlisten } = await other.listen('cached_changed', (table) => heard.push(table))
  for (const [table, change] of Object.entries(changes)) {
    await change()
    await vi.waitFor(() => expect(heard.at(-1)?.split(' ')[0]).toBe(table), { timeout: 120_000 })
  }
  await unlisten()
})
