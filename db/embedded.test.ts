import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { compiledServer } from '@/lib/cli/start/testing-compiled'
import { EmbeddedFailure, startEmbedded } from './embedded'

const isRoot = process.getuid?.() === 0
const nobody = isRoot ? { uid: 65534, gid: 65534 } : {}
const root = mkdtempSync(join(tmpdir(), 'dear-mp-embedded-'))
chmodSync(root, 0o755)
const dataDir = join(root, 'data')
const postmasterPid = join(dataDir, 'postgres/cluster/data/postmaster.pid')
const children: ChildProcess[] = []

afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

/** A process of its own that holds the server until its input ends; `url` is what it was given. */
async function holder(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const script = `
    import { startEmbedded } from '${await compiledServer()}/db/embedded.js'
    const { url, release } = await startEmbedded({ dataDir: process.argv[1] })
    process.stdin.on('end', () => void release()).resume()
    process.stdout.write(url)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = await once(child.stdout, 'data')
  return { child, url: String(line) }
}

async function query<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const answersAt = (url: string) =>
  query(url, (sql) => sql`select 1`).then(
    () => true,
    () => false,
  )
const runningPid = () => Number(readFileSync(postmasterPid, 'utf8').split('\n')[0])

describe('the embedded server', () => {
  test('is one for five processes that start at once, and stops with the last that lives', async () => {
    const holders = await Promise.all(Array.from({ length: 5 }, () => holder(dataDir)))
    const [first] = holders
    expect(new Set(holders.map(({ url }) => url)).size).toBe(1)
    const url = first?.url ?? ''
    await query(url, async (sql) => {
      const [server] = await sql`select current_setting('timezone') as zone, current_setting('fsync') as fsync,
        current_setting('listen_addresses') as listens, pg_encoding_to_char(encoding) as encoding, rolsuper
        from pg_database, pg_roles where datname = current_database() and rolname = current_user`
      expect(server).toEqual({ zone: 'UTC', fsync: 'on', listens: '127.0.0.1', encoding: 'UTF8', rolsuper: false })
    })
    for (const { child } of holders.slice(0, 2)) child.kill('SIGKILL')
    const ends = holders.slice(2).map(({ child }) => once(child, 'exit'))
    holders[2]?.child.stdin?.end()
    await ends[0]
    expect(await answersAt(url)).toBe(true)
    for (const { child } of holders.slice(3)) child.stdin?.end()
    await Promise.all(ends)
    expect(await answersAt(url)).toBe(false)
    expect(existsSync(postmasterPid)).toBe(false)
  })

  test('comes back with its data, on its port, after a kill -9 while it served', async () => {
    const before = await startEmbedded({ dataDir })
    await query(before.url, (sql) => sql`create table kept as select 42 as answer`)
    // A connection that is busy outlives its server for a while and keeps hold of the shared memory.
    const busy = query(before.url, (sql) => sql`select count(*) from generate_series(1, 8000000)`).catch(() => {})
    await query(before.url, (sql) => sql`select pg_sleep(0.1)`)
    process.kill(runningPid(), 'SIGKILL')
    const after = await startEmbedded({ dataDir })
    expect(after.url).toBe(before.url)
    expect(await query(after.url, (sql) => sql`select answer from kept`)).toEqual([{ answer: 42 }])
    await Promise.all([busy, before.release(), after.release()])
    expect(await answersAt(after.url)).toBe(false)
  })

  test('is started again at its address by one that holds it, once it has fallen', async () => {
    const [held, other] = await Promise.all([startEmbedded({ dataDir }), startEmbedded({ dataDir })])
    expect(await held.keepUp()).toBe(false)
    process.kill(runningPid(), 'SIGKILL')
    await expect.poll(() => answersAt(held.url)).toBe(false)
    expect(await Promise.all([held.keepUp(), other.keepUp()])).toEqual([true, true])
    expect(await query(held.url, (sql) => sql`select answer from kept`)).toEqual([{ answer: 42 }])
    expect(await held.keepUp()).toBe(false)
    await Promise.all([held.release(), other.release()])
    expect(await held.keepUp()).toBe(false)
    expect(await answersAt(held.url)).toBe(false)
  })

  test('starts though postmaster.pid names a living process that is no server', async () => {
    const other = spawn('sleep', ['30'], nobody)
    children.push(other)
    writeFileSync(
      postmasterPid,
      `${other.pid}\n${join(dataDir, 'postgres/cluster/data')}\n1700000000\n5432\n\n127.0.0.1\n`,
    )
    const server = await startEmbedded({ dataDir })
    expect(await query(server.url, (sql) => sql`select answer from kept`)).toEqual([{ answer: 42 }])
    expect(runningPid()).not.toBe(other.pid)
    await server.release()
    expect(other.exitCode).toBeNull()
  })

  test.skipIf(!isRoot)('as root, lies elsewhere when only root may enter DATA_DIR (needs root)', async () => {
    const closed = mkdtempSync(join(root, 'closed-'))
    chmodSync(closed, 0o700)
    const homes: string[] = []
    const start = async () => {
      const server = await startEmbedded({ dataDir: join(closed, 'data') })
      homes.push(readFileSync(join(closed, 'data/postgres/where'), 'utf8').trim())
      return server
    }
    try {
      const first = await start()
      await query(first.url, (sql) => sql`create table kept ()`)
      await first.release()
      const second = await start()
      await query(second.url, (sql) => sql`select * from kept`)
      rmSync(join(closed, 'data'), { recursive: true })
      const fresh = await start()
      await expect(query(fresh.url, (sql) => sql`select * from kept`)).rejects.toThrow('does not exist')
      await Promise.all([second.release(), fresh.release()])
      expect(homes[1]).toBe(homes[0])
      expect(homes[2]).not.toBe(homes[0])
      expect(homes[0]).toMatch(/\/dear-mp\//)
    } finally {
      for (const home of homes) rmSync(home, { recursive: true, force: true })
    }
  })
})

test('a DATA_DIR that cannot be written is one plain line', async () => {
  const file = join(root, 'file')
  writeFileSync(file, '')
  const start = startEmbedded({ dataDir: join(file, 'data') })
  await expect(start).rejects.toThrow(EmbeddedFailure)
  await expect(start).rejects.toThrow(`DATA_DIR ${file}/data cannot be used: a part of the path is not a folder.`)
})
