import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { settings } from '@/db/schema/settings'
import { databaseUrl, testDatabase } from '@/db/testing'
import { rolledBack, type TestContext } from '@/lib/mailer/testing/context'
import { errorLine, plainError, withoutValues } from './plain-error'

const CANARY = 'zuleika canary'
const ADDRESS = 'zuleika.canary@example.org'

/** What rises where `work` fails, in a transaction of its own. */
function failureOf(work: (ctx: TestContext) => Promise<unknown>): Promise<unknown> {
  return rolledBack(async (ctx) => {
    await work(ctx)
  }).then(
    () => expect.unreachable(),
    (error: unknown) => error,
  )
}

const insert = ({ db }: TestContext) => db.insert(settings).values({ name: CANARY, value: { of: CANARY } })

const failures: Record<string, (ctx: TestContext) => Promise<unknown>> = {
  'a constraint that checks': async (ctx) => {
    await ctx.db.execute(sql`alter table settings add constraint no_canary check (name not like '%canary%')`)
    await insert(ctx)
  },
  'a value that is there': async (ctx) => {
    await insert(ctx)
    await insert(ctx)
  },
  'a trigger whose words hold the row': async (ctx) => {
    await ctx.db.execute(sql`
      create function no_room() returns trigger language plpgsql as $$
      begin raise exception 'no room for %', new.name using errcode = 'disk_full', detail = new.value::text, hint = new.name; end $$`)
    await ctx.db.execute(sql`create trigger no_room before insert on settings for each row execute function no_room()`)
    await insert(ctx)
  },
  'a value of another kind': ({ db }) => db.execute(sql`select ${CANARY}::uuid`),
  'a look-up in a column that is not there': ({ db }) =>
    db.execute(sql`select 1 from settings where nothing = ${CANARY}`),
}

describe('of a statement that fails', () => {
  test.each(Object.entries(failures))('by %s, no value is said', async (_name, work) => {
    const error = await failureOf(work)
    // The fault itself: all of this stands in the error that rises.
    expect(inspect(error, { depth: 9, showHidden: true })).toContain('canary')
    const plain = withoutValues(error)
    for (const said of [JSON.stringify(plainError(error)), errorLine(error), inspect(plain, { showHidden: true })]) {
      expect(said).not.toMatch(/zuleika|canary'/)
    }
  })

  test('its kind, code, first words, constraint and table are', async () => {
    const checked = await failureOf(failures['a constraint that checks'] as typeof insert)
    expect(plainError(checked)).toMatchObject({
      type: 'DrizzleQueryError',
      message: 'A statement failed.',
      statement: 'insert into "settings"',
      stack: expect.stringContaining('plain-error.test.ts'),
      cause: { type: 'PostgresError', code: '23514', constraint: 'no_canary', table: 'settings' },
    })
    expect(errorLine(checked)).toMatch(
      /^DrizzleQueryError: A statement failed\. \(at "insert into "settings""\) ← Postg/,
    )
    const missing = await failureOf(failures['a look-up in a column that is not there'] as typeof insert)
    expect(plainError(missing).cause).toMatchObject({ code: '42703', message: 'column "nothing" does not exist' })
  })

  test('by the driver itself, no value is said either', async () => {
    const client = postgres(await databaseUrl(await testDatabase()), { max: 1, debug: true })
    const error: unknown = await client`select ${CANARY}::int`.catch((thrown: unknown) => thrown)
    await client.end()
    expect(inspect(error)).toContain(CANARY)
    expect(JSON.stringify(plainError(error))).not.toContain('canary')
    expect(plainError(error)).toMatchObject({ type: 'PostgresError', code: '22P02', statement: 'select' })
  })
})

describe('of any other error', () => {
  const said = (error: unknown) => JSON.stringify(plainError(error))

  test('its kind and its words are said, without addresses and cut', () => {
    expect(plainError(new TypeError('No such thing.'))).toMatchObject({ type: 'TypeError', message: 'No such thing.' })
    expect(plainError(new Error(`550 <${ADDRESS}> unknown`)).message).toBe('550 …@… unknown')
    expect(plainError(new Error('x'.repeat(10_000))).message).toHaveLength(300)
  })

  test('what it carries beside that is not', () => {
    const carrying = Object.assign(new Error('Invalid URL'), { input: CANARY, headers: { to: CANARY }, code: CANARY })
    expect(said(new Error('outer', { cause: carrying }))).not.toContain('canary')
    expect(said(new AggregateError([carrying], 'many'))).not.toContain('canary')
    expect(said({ message: CANARY })).not.toContain('canary')
    expect(said(ADDRESS)).not.toContain('canary')
    expect(said(Object.assign(new Error(`one\n    at ${ADDRESS}`), {}))).not.toContain('canary')
  })

  test('a text that is no JSON is not quoted', () => {
    try {
      JSON.parse('secret words')
      expect.unreachable()
    } catch (error) {
      expect(said(error)).not.toContain('secret')
    }
  })

  test('one that is its own cause comes to an end', () => {
    const error = new Error('round')
    error.cause = error
    expect(said(error).length).toBeLessThan(20_000)
    expect(errorLine(error).length).toBeLessThan(1000)
  })
})
