import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import * as schema from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
import { freshDatabase } from '@/db/testing'
import { findSeat } from '@/lib/directory/lookup'
import { importMembers } from '@/lib/directory/members/import'
import type { Context } from '@/lib/kernel/context'
import { statementsOf } from '@/lib/kernel/testing/statements'
import { rolledBack, testContext } from '@/lib/mailer/testing/context'
import { loadSnapshot } from './load'

const { constituencies, mps, postcodeFacts } = schema
const counts = async (ctx: Context) => [
  await ctx.db.$count(constituencies),
  await ctx.db.$count(mps),
  await ctx.db.$count(postcodeFacts),
]
const asIfNewer = (ctx: Context) =>
  ctx.db
    .update(settings)
    .set({ value: { checksum: 'of an older one' } })
    .where(eq(settings.name, 'directory_snapshot'))

test('the snapshot brings 650 constituencies, 649 MPs and 671 postcodes, once', () =>
  rolledBack(async (ctx) => {
    await ctx.db.delete(settings).where(eq(settings.name, 'directory_snapshot'))
    expect(await loadSnapshot(ctx)).toBe(true)
    const first = await counts(ctx)
    expect(first).toEqual([650, 649, 671])
    const again = statementsOf(ctx, async (counting) => expect(await loadSnapshot(counting)).toBe(false))
    expect(await again).toHaveLength(1)
    expect(await counts(ctx)).toEqual(first)
  }))

test('a newer snapshot brings names up to date and keeps who sits', () =>
  rolledBack(async (ctx) => {
    await loadSnapshot(ctx)
    await asIfNewer(ctx)
    await ctx.db.update(constituencies).set({ name: 'Old name' }).where(eq(constituencies.code, 'W07000112'))
    await ctx.db.update(mps).set({ party: 'Old party' }).where(eq(mps.constituencyCode, 'W07000112'))
    const before = await findSeat(ctx, 'W07000112')
    expect(await loadSnapshot(ctx)).toBe(true)
    const after = await findSeat(ctx, 'W07000112')
    expect(after).toMatchObject({ name: 'Ynys Môn', mp: { id: before?.mp?.id, party: 'Plaid Cymru' } })
    expect(await counts(ctx)).toEqual([650, 649, 671])
  }))

test('MPs that were imported since are left alone by any snapshot', () =>
  rolledBack(async (ctx) => {
    await loadSnapshot(ctx)
    const member = { memberId: 9001, name: 'Ann Example', party: 'Independent', email: null }
    await importMembers(ctx, [
      { code: 'E14001290', member, line: 2 },
      { code: 'E14001172', member: null, line: 3 },
    ])
    await asIfNewer(ctx)
    expect(await loadSnapshot(ctx)).toBe(true)
    expect(await findSeat(ctx, 'E14001290')).toMatchObject({ mp: { name: 'Ann Example' } })
    expect(await findSeat(ctx, 'E14001172')).toMatchObject({ mp: null })
  }))

test('two starts at once load it once', async () => {
  const sql = postgres(await freshDatabase(), { max: 3, onnotice: () => {} })
  const ctx = testContext(drizzle(sql, { schema }))
  const loaded = await Promise.all([loadSnapshot(ctx), loadSnapshot(ctx)])
  expect(loaded.sort()).toEqual([false, true])
  expect(await counts(ctx)).toEqual([650, 649, 671])
  await sql.end()
})
