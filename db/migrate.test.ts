import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { compiledServer } from '@/lib/cli/start/testing-compiled'
import { migrate, pendingMigrations } from './migrate'
import { freshDatabase, onDatabase } from './testing'

test('several starts at once migrate an empty database once, job queue included', async () => {
  const url = await freshDatabase('empty')
  expect(await onDatabase(url, pendingMigrations)).toBeGreaterThan(0)
  const script = `import { migrate } from '${await compiledServer()}/db/migrate.js'\nawait migrate(process.argv[1])`
  const other = spawn(process.execPath, ['--input-type=module', '-e', script, url], {
    stdio: 'inherit',
  })
  const [[status]] = await Promise.all([once(other, 'exit'), migrate(url), migrate(url)])
  expect(status).toBe(0)
  expect(await onDatabase(url, pendingMigrations)).toBe(0)
  const twice = await onDatabase(
    url,
    (sql) => sql`select hash from drizzle.__drizzle_migrations group by hash having count(*) > 1`,
  )
  expect(twice).toHaveLength(0)
  expect(await onDatabase(url, (sql) => sql`select id from graphile_worker.add_job('any', '{}'::json)`)).toHaveLength(1)
})

test('a database from before the newest migration has one to come', async () => {
  const url = await freshDatabase()
  await onDatabase(url, async (sql) => {
    expect(await pendingMigrations(sql)).toBe(0)
    await sql`delete from graphile_worker.migrations where id = (select max(id) from graphile_worker.migrations)`
    expect(await pendingMigrations(sql)).toBe(1)
  })
})
