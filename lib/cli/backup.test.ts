import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseUrl, freshDatabase, onDatabase } from '@/db/testing'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { MINUTE } from '@/lib/kernel/time/durations'
import { confirmedLetter, livingCampaign } from '@/lib/letters/testing'
import { readEncrypted, writeEncrypted } from './backup/encrypted-file'
import { ranHere } from './testing'

const PATIENCE_MS = 5 * MINUTE
const KEY = Buffer.alloc(32, 9).toString('base64')
const NASTY = 'a tab\t, a line\nand another\r\n, a \\ and \\N, \\. and ü€😀'

let folder: string
let file: string
let settings: NodeJS.ProcessEnv
let source: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-test-'))
  file = join(folder, 'today.backup')
  const { ctx, campaign } = await livingCampaign()
  await confirmedLetter(ctx, campaign)
  await rollUp(ctx)
  await confirmedLetter(ctx, campaign)
  source = await databaseUrl(ctx.db)
  await onDatabase(source, async (sql) => {
    await sql`insert into settings (name, value) values ('nasty', ${sql.json({ text: NASTY, list: [1, null] })})`
    await sql`insert into logos (id, webp, created_by, created_at)
      values (gen_random_uuid(), decode('000aff5c2e0d', 'hex'), ${NASTY}, now())`
    await sql`select graphile_worker.add_job('any', '{}'::json)`
    await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-gone'`
  })
  const identity = await generateX25519Identity()
  settings = {
    NODE_ENV: 'test',
    DATABASE_URL: source,
    BACKUP_RECIPIENT: await identityToRecipient(identity),
    BACKUP_IDENTITY: identity,
  }
  expect(await ranHere('backup', [file], settings)).toMatchObject({ status: 0, stderr: '' })
}, PATIENCE_MS)

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a backup', { timeout: PATIENCE_MS }, () => {
  test('is one file for its owner alone, and gives back all rows, as they were', async () => {
    expect(await readdir(folder)).toEqual(['today.backup'])
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const target = await freshDatabase('empty')
    const restored = await ranHere('restore', [file], { ...settings, DATABASE_URL: target })
    expect(restored).toMatchObject({ status: 0, stderr: '' })
    const before = await contents(source)
    const after = await contents(target)
    const stopped = ['follow_ups_paused', 'sending_paused']
    expect(after.settings?.filter((row) => !stopped.some((name) => row.includes(name)))).toEqual(before.settings)
    expect(after.settings).toHaveLength((before.settings?.length ?? 0) + stopped.length)
    expect({ ...after, settings: [] }).toEqual({ ...before, settings: [] })
    expect(await onDatabase(source, lockedJobs)).toBeGreaterThan(0)
    expect(await onDatabase(target, lockedJobs)).toBe(0)
    expect(await onDatabase(target, jobs)).toEqual(await onDatabase(source, jobs))
    expect(await onDatabase(target, rules)).toEqual(await onDatabase(source, rules))
    expect(await onDatabase(target, unread)).toBe(await onDatabase(source, unread))

    const again = await ranHere('restore', [file], { ...settings, DATABASE_URL: target })
    expect(again).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('is not empty') })
  })

  test('is refused with other data keys, with another identity, cut short or changed, and nothing is written', async () => {
    const target = await freshDatabase('empty')
    const whole = await readFile(file)
    const refused = async (bytes: Buffer, more: Record<string, string> = {}) => {
      const path = join(folder, 'spoilt')
      await writeFile(path, bytes)
      const { status, stderr } = await ranHere('restore', [path], { ...settings, DATABASE_URL: target, ...more })
      expect(status).toBe(1)
      expect(stderr.trim().split('\n')).toHaveLength(1)
      return stderr
    }
    expect(await refused(whole, { DATA_KEYS: KEY })).toContain('DATA_KEYS lacks what the backup was sealed with')
    expect(await refused(whole, { BACKUP_IDENTITY: await generateX25519Identity() })).toContain(
      'another BACKUP_IDENTITY',
    )
    expect(await refused(Buffer.from('something else'))).toContain('Nothing was changed')
    const cuts = [0, 1, 150, whole.length - 1, whole.length - 17, 65_536 + 200, whole.length >> 1]
    for (const at of cuts.filter((cut) => cut < whole.length))
      expect(await refused(whole.subarray(0, at))).toContain('Nothing was changed')
    for (const at of [60, 250, whole.length >> 1, whole.length - 1]) {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      expect(await refused(flipped)).toContain('Nothing was changed')
    }
    expect(
      await onDatabase(target, (sql) => sql`select from pg_tables where schemaname in ('public', 'drizzle')`),
    ).toHaveLength(0)
  })

  test('that the database refuses leaves it empty, as it was, and shows no row', async () => {
    const target = await freshDatabase('empty')
    const odd = join(folder, 'odd')
    await writeEncrypted(odd, [String(settings.BACKUP_RECIPIENT)], async (put) => {
      for await (const frame of readEncrypted(file, String(settings.BACKUP_IDENTITY)))
        await put(frame.kind === 'rows' ? { kind: 'rows', rows: Buffer.from('hush\n') } : frame)
    })
    const { status, stderr } = await ranHere('restore', [odd], { ...settings, DATABASE_URL: target })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^The backup could not be put back: .* The database is empty again\.\n$/)
    expect(stderr).not.toContain('hush')
    expect(await ranHere('restore', [file], { ...settings, DATABASE_URL: target })).toMatchObject({ status: 0 })
  })

  test('is not written over another, nor without a recipient', async () => {
    expect(await ranHere('backup', [file], settings)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('there already'),
    })
    const { BACKUP_RECIPIENT: _, ...without } = settings
    expect(await ranHere('backup', [`${file}.2`], without)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('BACKUP_RECIPIENT is not set'),
    })
  })
})

type Sql = Parameters<Parameters<typeof onDatabase>[1]>[0]

/** Every row as text, by table; not when they were migrated, nor by which transaction, nor which worker was at it. */
function contents(url: string): Promise<Record<string, string[]>> {
  return onDatabase(url, async (sql) => {
    const tables = await sql`
      select format('%I.%I', schemaname, tablename) as table, tablename as name from pg_tables
      where schemaname in ('public', 'graphile_worker')
        and tablename not in ('figure_events', 'figure_state', 'migrations', '_private_jobs') order by 1`
    const all: Record<string, string[]> = {}
    for (const { table, name } of tables)
      all[name] = (await sql.unsafe(`select t::text as row from ${table} t order by 1`)).map(({ row }) => row)
    return all
  })
}

async function lockedJobs(sql: Sql): Promise<number> {
  return (await sql`select from graphile_worker._private_jobs where locked_at is not null`).length
}

async function jobs(sql: Sql) {
  return [...(await sql`select id, task_id, payload::text, run_at, key from graphile_worker._private_jobs order by id`)]
}

async function unread(sql: Sql): Promise<number> {
  return (
    await sql`select from figure_events e, figure_state s where e.xact >= pg_snapshot_xmin(s.seen) and case
      when e.xact = s.own_xact then e.id > s.own_id else not pg_visible_in_snapshot(e.xact, s.seen) end`
  ).length
}

/** What holds for the tables: constraints, triggers that are on, and where the sequences stand. */
async function rules(sql: Sql) {
  return [
    ...(await sql`select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as rule, convalidated
      from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`),
    ...(await sql`select tgrelid::regclass::text as of, tgname as name, tgenabled as rule from pg_trigger
      where not tgisinternal order by 1, 2`),
    ...(await sql`select schemaname as of, sequencename as name, last_value::text as rule from pg_sequences order by 1, 2`),
  ]
}
