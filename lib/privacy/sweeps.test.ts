import { type SQL, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { BATCH_ROWS } from '@/lib/kernel/in-batches'
import { log } from '@/lib/kernel/log'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY } from '@/lib/kernel/time/durations'
import { confirmedLetter, onCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { type LastPurge, lastPurge } from './last-purge'
import { PurgeFailed, purge } from './purge'
import type { PurgeKind } from './purge-kinds'

log.level = 'silent'

const AGAIN = 37
const MANY = BATCH_ROWS + AGAIN

type Sweep = {
  kind: PurgeKind
  table: string
  /** The promise, as the moment up to which a row has been kept long enough on 10 November 2026. */
  keptFrom: Date
  /** So many rows of a moment. */
  rows: (letterId: string, many: number, at: string) => SQL
}

const daysAgo = (days: number) => new Date(NOON.getTime() - days * DAY)
const YEAR_AGO = new Date('2025-11-10T12:00:00Z')
const many = (count: number) => sql`from generate_series(1, ${count}::int) n`
const id = sql`gen_random_uuid()::text`
const moment = (at: string) => sql`${at}::timestamptz`

const sweeps: Sweep[] = [
  {
    kind: 'mail',
    table: 'sent_mails',
    keptFrom: daysAgo(90),
    rows: (letter, count, at) => sql`
      insert into sent_mails (provider_id, kind, letter_id, sent_at) select ${id}, 'copy', ${letter}, ${moment(at)} ${many(count)}`,
  },
  {
    kind: 'mail',
    table: 'mail_events',
    keptFrom: daysAgo(90),
    rows: (letter, count, at) => sql`
      insert into mail_events (id, type, letter_id, occurred_at, received_at)
      select ${id}, 'email.delivered', ${letter}, ${moment(at)}, ${moment(at)} ${many(count)}`,
  },
  {
    kind: 'mail',
    table: 'delivery_attempts',
    keptFrom: daysAgo(90),
    rows: (letter, count, at) => sql`
      with batch as (
        insert into delivery_batches (key, transport, started_at, lease_until, ended_at)
        values (${id}, 'local', ${moment(at)}, ${moment(at)}, ${moment(at)}) returning id
      )
      insert into delivery_attempts (batch_id, place, letter_id, round, mp_id, transport, started_at, ended_at, outcome)
      select batch.id, n, ${letter}, 1, (select mps.id from mps limit 1), 'local', '2020-01-01', ${moment(at)}, 'later'
      from batch, generate_series(1, ${count}::int) n`,
  },
  {
    kind: 'suppressions',
    table: 'suppressions',
    keptFrom: YEAR_AGO,
    rows: (_letter, count, at) => sql`
      insert into suppressions (email_hash, reason, at) select ${id}, 'bounced', ${moment(at)} ${many(count)}`,
  },
  {
    kind: 'staff',
    table: 'former_staff',
    keptFrom: YEAR_AGO,
    rows: (_letter, count, at) => sql`
      insert into former_staff (id, email, left_at)
      select ${id}, 'member@example.org', ${moment(at)} ${many(count)}`,
  },
  {
    kind: 'jobs',
    table: 'graphile_worker._private_jobs',
    keptFrom: daysAgo(28),
    rows: (_letter, count) => sql`
      with made as (
        select job.id from generate_series(1, ${count}::int) n,
          lateral graphile_worker.add_job('alert-staff', payload := json_build_object('n', n)) job
      )
      select count(*) from made`,
  },
]

/** Jobs are made by the queue's own function; that they were given up, and when, is put down after. */
async function make(ctx: TestContext, { table, rows }: Sweep, letterId: string, count: number, at: Date) {
  await ctx.db.execute(rows(letterId, count, at.toISOString()))
  if (!table.startsWith('graphile')) return
  await ctx.db.execute(sql`
    update graphile_worker._private_jobs set attempts = max_attempts, updated_at = ${moment(at.toISOString())}
    where payload ->> 'n' is not null and attempts < max_attempts`)
}

async function left({ db }: TestContext, { table }: Sweep): Promise<number> {
  const only = table.startsWith('graphile') ? sql`where payload ->> 'n' is not null` : sql``
  const [row] = await db.execute<{ many: number }>(sql`select count(*)::int as many from ${sql.raw(table)} ${only}`)
  return row?.many ?? 0
}

/** A letter whose text is gone, so that nothing of it can be sent again. */
async function sentLetter(ctx: TestContext, campaign: Parameters<typeof confirmedLetter>[1]): Promise<string> {
  const letter = await confirmedLetter(ctx, campaign)
  await ctx.db.execute(
    sql`update letters set text_sealed = null, sketch = null, own_sketch = null where id = ${letter.id}`,
  )
  return letter.id
}

describe.each(sweeps.map((sweep) => [sweep.table, sweep] as const))('what is kept in %s', (_table, sweep) => {
  test('goes when it has been kept as long as promised, and not a thousandth of a second before', () =>
    onCampaign(async (ctx, campaign) => {
      const letterId = await sentLetter(ctx, campaign)
      await make(ctx, sweep, letterId, 2, sweep.keptFrom)
      await make(ctx, sweep, letterId, 3, new Date(sweep.keptFrom.getTime() + 1))
      await purge(ctx)
      expect(await left(ctx, sweep)).toBe(3)
      ctx.setNow(new Date(NOON.getTime() + 1))
      await purge(ctx)
      expect(await left(ctx, sweep)).toBe(0)
    }))

  test('goes batch by batch; what breaks off is gone on with', () =>
    onCampaign(async (ctx, campaign) => {
      await make(ctx, sweep, await sentLetter(ctx, campaign), MANY, sweep.keptFrom)
      // After the first batch nothing can be deleted.
      await ctx.db.execute(sql`
        create function break_off() returns trigger language plpgsql as $$
        declare many int;
        begin
          execute format('select count(*) from %I.%I', tg_table_schema, tg_table_name) into many;
          if many < tg_argv[0]::int then raise 'broken off'; end if;
          return null;
        end $$`)
      const all = (await ctx.db.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(sweep.table)}`))[0]
        ?.n
      await ctx.db.execute(
        sql.raw(`create trigger break_off before delete on ${sweep.table} execute function break_off(${all})`),
      )
      await expect(purge(ctx)).rejects.toThrow(PurgeFailed)
      expect(await left(ctx, sweep)).toBe(AGAIN)
      expect(await lastPurge(ctx)).toMatchObject({ failed: [sweep.kind], ended: true } satisfies Partial<LastPurge>)
      await ctx.db.execute(sql.raw(`drop trigger break_off on ${sweep.table}`))
      await purge(ctx)
      expect(await left(ctx, sweep)).toBe(0)
    }))
})

test('tries to send a letter stay while its text is there, however old: they keep it from going twice', () =>
  onCampaign(async (ctx, campaign) => {
    const { id: letterId } = await confirmedLetter(ctx, campaign)
    const attempts = sweeps.find(({ table }) => table === 'delivery_attempts')
    if (!attempts) throw new Error('There is no such sweep.')
    await make(ctx, attempts, letterId, 2, daysAgo(500))
    await purge(ctx)
    expect(await left(ctx, attempts)).toBe(2)
  }))

test('what the owner of an address said themselves stands, however long ago', () =>
  onCampaign(async (ctx) => {
    await ctx.db.execute(sql`
      insert into suppressions (email_hash, reason, at)
      values ('a', 'complained', '2010-01-01'), ('b', 'refused', '2010-01-01'), ('c', 'bounced', '2010-01-01')`)
    expect(await purge(ctx)).toMatchObject({ suppressions: 1 })
    const rows = await ctx.db.execute(sql`select email_hash from suppressions order by 1`)
    expect([...rows]).toEqual([{ email_hash: 'a' }, { email_hash: 'b' }])
  }))

test('a job that is still to be tried, or is being done, stays, however old', () =>
  onCampaign(async (ctx) => {
    await ctx.db.execute(sql`
      select graphile_worker.add_job('alert-staff', payload := json_build_object('n', n)) from generate_series(1, 2) n`)
    await ctx.db.execute(sql`update graphile_worker._private_jobs set updated_at = '2010-01-01'`)
    await ctx.db.execute(sql`
      update graphile_worker._private_jobs set attempts = max_attempts, locked_at = now(), locked_by = 'worker'
      where payload ->> 'n' = '2'`)
    expect(await purge(ctx)).toMatchObject({ jobs: 0 })
  }))
