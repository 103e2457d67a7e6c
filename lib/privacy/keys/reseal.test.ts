import { getTableColumns, getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import * as schema from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { beginBatch } from '@/lib/delivery/ledger/begin-batch'
import type { Context } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import { findLetter } from '@/lib/letters/find'
import { sayAnswer } from '@/lib/letters/mp-answers/say-answer'
import { confirmedLetter, livingCampaign, writtenLetter } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { keepForm } from '@/lib/staff/fresh/kept-form'
import { ownId } from '@/lib/staff/own-id'
import { beginApp } from '@/lib/staff/second-factor/app'
import { memberContext } from '@/lib/staff/testing'
import { rotateSecret } from '@/lib/webhooks/staff/rotate'
import { playReceiver, sendDue, webhookTo } from '@/lib/webhooks/testing'
import { countKeys, sealsAnything } from './count-keys'
import { sealedTables } from './sealed-columns'
import { keyId, olderForm, oldKey, under } from './testing'

const NEW = 'bb'.repeat(32)
const old = () => env().dataKeys[0]?.id ?? ''

let ctx: TestContext
let campaign: LiveCampaign
let admin: Context
let receiver: Awaited<ReturnType<typeof playReceiver>>

beforeAll(async () => {
  ;({ ctx, campaign } = await livingCampaign())
  admin = await memberContext(ctx, 'admin')
  receiver = await playReceiver({ status: 500, body: 'No room left.' })
  return () => receiver.close()
})

beforeEach(async () => {
  await ctx.db.execute(
    sql`truncate supporters, letters, delivery_batches, webhook_endpoints, webhook_deliveries cascade`,
  )
})
afterEach(() => vi.unstubAllEnvs())

describe('what is sealed', () => {
  test('stands in the list of sealed columns, whichever table of the schema it is in', () => {
    const named = Object.values({ ...schema, settings }).flatMap((table) =>
      is(table, PgTable)
        ? Object.values(getTableColumns(table)).map(({ name }) => `${getTableName(table)}.${name}`)
        : [],
    )
    expect(listed()).toEqual(expect.arrayContaining(named.filter((name) => name.endsWith('_sealed'))))
    expect(named).toEqual(expect.arrayContaining(listed()))
  })

  test('is nowhere else, in no column of ours or the job queue’s, once everything was done that seals', async () => {
    await everythingSealed()
    const found = await columnsHolding('^"?(2\\.)?[0-9a-f]{8}\\.[A-Za-z0-9_-]{16}\\.')
    expect(found.toSorted()).toEqual(listed().toSorted())
  })

  test('does not open in another row', async () => {
    const [one, other] = [await confirmedLetter(ctx, campaign), await confirmedLetter(ctx, campaign)]
    for (const [table, column] of [
      ['supporters', 'name_sealed'],
      ['supporters', 'email_sealed'],
      ['supporters', 'postcode_sealed'],
      ['letters', 'text_sealed'],
    ] as const) {
      const id = table === 'letters' ? 'id' : 'supporterId'
      const move = (from: string, to: string) =>
        ctx.db.execute(sql`
          update ${sql.raw(table)} set ${sql.raw(column)} = ${from} where id = ${to}`)
      const sealedIn = async (of: string) => {
        const [row] = await ctx.db.execute<{ value: string }>(
          sql`select ${sql.raw(column)} as value from ${sql.raw(table)} where id = ${of}`,
        )
        return row?.value ?? ''
      }
      const own = await sealedIn(other[id])
      await move(await sealedIn(one[id]), other[id])
      await expect(findLetter(ctx, other.id)).rejects.toThrow(/does not open here/)
      await move(own, other[id])
      expect(await findLetter(ctx, other.id)).toMatchObject({ person: { name: other.name } })
    }
  })
})

describe('sealing anew', () => {
  test('leaves nothing under the old key, and everything opens under the new one alone', async () => {
    const { letter, webhook } = await everythingSealed()
    const before = await countKeys(ctx)
    expect(before).toEqual([{ keyId: old(), values: expect.any(Number), older: 0 }])
    const { reseal } = await under(`${NEW},${oldKey()}`)
    const said: number[] = []
    const outcome = await reseal(ctx, { onProgress: ({ done, total }) => void said.push(done / total) })
    expect(outcome).toEqual({ values: before[0]?.values, left: 0, unopened: 0, named: [] })
    expect(said).toEqual(said.toSorted((a, b) => a - b))
    expect(said.at(-1)).toBe(1)
    expect(await countKeys(ctx)).toEqual([{ keyId: keyId(NEW), values: before[0]?.values, older: 0 }])
    expect(await sealsAnything(ctx, old())).toBe(false)

    const alone = await under(NEW)
    expect(await alone.findLetter(ctx, letter.id)).toMatchObject({
      person: { name: letter.name, email: letter.email, postcode: 'SW1A 0AA' },
      text: { address1: letter.address1 },
    })
    await alone.tryLookupKey(ctx)
    expect((await alone.appToSetUp(admin))?.secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(await alone.findWebhook(admin, webhook)).toMatchObject({ url: receiver.url })
    const [delivery] = await alone.listDeliveries(admin, webhook, { state: null, most: 1 })
    expect(delivery?.last?.answer).toContain('No room left.')
    expect(await (await under(NEW)).reseal(ctx)).toEqual({ values: 0, left: 0, unopened: 0, named: [] })
    // Back, for the tests after this one.
    await (await under(`${oldKey()},${NEW}`)).reseal(ctx)
  })

  test('binds to its row what was bound to its field alone, under the same key too', async () => {
    const { id, supporterId } = await confirmedLetter(ctx, campaign)
    await ctx.db.execute(
      sql`update supporters set name_sealed = ${olderForm('Anna', 'name')} where id = ${supporterId}`,
    )
    expect(await countKeys(ctx)).toMatchObject([{ keyId: old(), older: 1 }])
    expect(await (await under(oldKey())).reseal(ctx)).toEqual({ values: 1, left: 0, unopened: 0, named: [] })
    expect(await countKeys(ctx)).toMatchObject([{ keyId: old(), older: 0 }])
    expect(await findLetter(ctx, id)).toMatchObject({ person: { name: 'Anna' } })
  })

  test('broken off, goes on where it was', async () => {
    for (let count = 0; count < 5; count++) await writtenLetter(ctx, campaign)
    const total = (await countKeys(ctx))[0]?.values ?? 0
    const { reseal } = await under(`${NEW},${oldKey()}`)
    let first = 0
    const broken = reseal(ctx, {
      rows: 2,
      onProgress: ({ done }) => {
        first = done
        if (done >= 7) throw new Error('The machine lost power.')
      },
    })
    await expect(broken).rejects.toThrow('lost power')
    expect(first).toBeLessThan(total)
    expect(await reseal(ctx, { rows: 2 })).toEqual({ values: total - first, left: 0, unopened: 0, named: [] })
    await (await under(`${oldKey()},${NEW}`)).reseal(ctx)
  })

  test('passes by a row that somebody is changing, without waiting, and never brings back what was erased', async () => {
    const { id, supporterId } = await writtenLetter(ctx, campaign)
    const { reseal } = await under(`${NEW},${oldKey()}`)
    await ctx.db.transaction(async (tx) => {
      await tx.execute(sql`update supporters set name_sealed = null where id = ${supporterId}`)
      expect(await reseal(ctx, { tries: 0 })).toMatchObject({ left: 3, unopened: 0 })
    })
    expect(await reseal(ctx)).toEqual({ values: 2, left: 0, unopened: 0, named: [] })
    const [row] = await ctx.db.execute(sql`select name_sealed from supporters where id = ${supporterId}`)
    expect(row).toEqual({ name_sealed: null })
    await (await under(`${oldKey()},${NEW}`)).reseal(ctx)
    expect(await findLetter(ctx, id)).toMatchObject({ person: null })
  })

  test('leaves what no key opens as it is, and says how many', async () => {
    const [lost, moved] = [await writtenLetter(ctx, campaign), await writtenLetter(ctx, campaign)]
    const foreign = '2.00000000.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA'
    await ctx.db.execute(sql`update supporters set name_sealed = ${foreign} where id = ${lost.supporterId}`)
    await ctx.db.execute(sql`
      update letters set text_sealed = (select text_sealed from letters where id = ${lost.id}) where id = ${moved.id}`)
    const total = (await countKeys(ctx)).reduce((sum, { values }) => sum + values, 0)
    const { reseal } = await under(`${NEW},${oldKey()}`)
    expect(await reseal(ctx)).toEqual({
      values: total - 2,
      left: 2,
      unopened: 2,
      named: [`name of supporters ${lost.supporterId}`, `letter of letters ${moved.id}`],
    })
    expect(await sealsAnything(ctx, '00000000')).toBe(true)
  })
})

/** Letters in every sealed state, a webhook with a secret before this one, and an answer of its receiver. */
async function everythingSealed() {
  const { id: webhook } = await webhookTo(admin, receiver.url)
  const [endpoint] = await ctx.db.select().from(schema.webhookEndpoints)
  await rotateSecret(admin, { id: webhook, madeAt: endpoint?.secretMadeAt ?? ctx.now(), endOldNow: false })
  const letter = await confirmedLetter(ctx, campaign, { updates: true })
  await sayAnswer(ctx, letter.id, { said: 'She will ask.', quote: true })
  await sendDue(ctx)
  await beginBatch(ctx)
  await beginApp(admin)
  await keepForm(ctx, ownId(admin), { path: '/staff/team', fields: [['email', 'a@example.org']] })
  return { letter, webhook }
}

function listed(): string[] {
  return sealedTables.flatMap(({ table, columns }) => columns.map(({ column }) => `${table}.${column}`))
}

/** The columns in which any value, written out as text, is like this. */
async function columnsHolding(pattern: string): Promise<string[]> {
  const columns = await ctx.db.execute<{ schema: string; table: string; column: string }>(sql`
    select table_schema as schema, table_name as table, column_name as column
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
      and data_type in ('text', 'json', 'jsonb', 'ARRAY', 'character varying')`)
  const holding: string[] = []
  for (const { schema: room, table, column } of columns) {
    const [row] = await ctx.db.execute<{ found: boolean }>(sql`
      select exists (select from ${sql.identifier(room)}.${sql.identifier(table)} as one
        where one.${sql.identifier(column)}::text ~ ${pattern}) as found`)
    if (row?.found) holding.push(`${table}.${column}`)
  }
  return holding
}
