import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { freshDatabase, onDatabase } from './testing'

const migration = readFileSync(
  fileURLToPath(new URL('migrations/0031_no_job_for_each_letter.sql', import.meta.url)),
  'utf8',
)

test('takes away the jobs that would have sent one letter, and no other', async () => {
  const left = await onDatabase(await freshDatabase(), async (sql) => {
    await sql`delete from graphile_worker._private_jobs`
    for (const kind of ['send-letter', 'send-letter', 'send-copy', 'send-letters']) {
      await sql`select graphile_worker.add_job(${kind}, '{}'::json)`
    }
    await sql.unsafe(migration)
    await sql.unsafe(migration)
    return sql<{ kind: string }[]>`select task_identifier as kind from graphile_worker.jobs order by 1`
  })
  expect(left.map(({ kind }) => kind)).toEqual(['send-copy', 'send-letters'])
})

test('lets an installation be that has no queue yet', async () => {
  await onDatabase(await freshDatabase('empty'), (sql) => sql.unsafe(migration))
})
