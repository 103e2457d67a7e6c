import { sql } from 'drizzle-orm'
import { runOnce } from 'graphile-worker'
import { expect, test, vi } from 'vitest'
import { databaseUrl, tablesHolding } from '@/db/testing'
import { log } from '@/lib/kernel/log'
import { livingCampaign, writtenLetter } from '@/lib/letters/testing'
import { taskList } from './job-handlers'
import { workerLog } from './log'

test('a job that fails leaves nothing of what it was about in the queue, nor in what is printed', async () => {
  const { ctx, campaign } = await livingCampaign()
  const url = await databaseUrl(ctx.db)
  ctx.setNow(new Date())
  await writtenLetter(ctx, campaign)
  // Every row is refused in words that hold it, as no disk is so bad to do; what was to be stored is in the statement too.
  await ctx.db.execute(sql`
    create function canary() returns trigger language plpgsql as $$
    begin raise exception 'canary %', new using detail = 'canary ' || new::text; end $$`)
  const tables = await ctx.db.execute<{ name: string }>(sql`
    select format('%I', table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`)
  for (const { name } of tables) {
    const refuse = sql.raw(
      `create trigger canary before insert or update on ${name} for each row execute function canary()`,
    )
    await ctx.db.execute(refuse)
  }
  const printed = vi.spyOn(log, 'warn').mockImplementation(() => {})
  try {
    await runOnce({ connectionString: url, taskList, logger: workerLog, concurrency: 1 })
    await vi.waitFor(async () => expect(await lastErrors()).not.toEqual([]), { timeout: 120_000, interval: 20 })
    expect(JSON.stringify(printed.mock.calls)).toContain('Failed task')
    expect(JSON.stringify(printed.mock.calls)).not.toContain('canary')
  } finally {
    printed.mockRestore()
  }
  for (const { error } of await lastErrors())
    expect(error).toMatch(/^DrizzleQueryError: A statement failed\. \(at "\w+/)
  expect(await tablesHolding(ctx, 'canary')).toEqual([])

  async function lastErrors() {
    const rows = await ctx.db.execute<{ error: string }>(sql`
      select last_error as error from graphile_worker._private_jobs where last_error is not null`)
    return [...rows]
  }
})
