import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { constituencies, mps } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { allSeats, findSeat } from './lookup'
import { parliamentIsDissolved } from './seats'
import { loadSnapshot } from './snapshot/load'

beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
})

test('a seat is found by its code, and null when there is none', () =>
  rolledBack(async (ctx) => {
    expect(await findSeat(ctx, 'E14001465')).toMatchObject({
      name: 'Sevenoaks',
      nation: 'England',
      mp: { email: expect.stringContaining('@') },
    })
    expect(await findSeat(ctx, 'E14000999')).toBeNull()
    expect(await findSeat(ctx, "'; drop table mps; --")).toBeNull()
  }))

test('all 650 are listed by name, and a transaction reads what it has changed', () =>
  rolledBack(async (ctx) => {
    const seats = await allSeats(ctx)
    expect(seats).toHaveLength(650)
    expect([seats[0]?.name, seats.at(-1)?.name]).toEqual(['Aberafan Maesteg', 'York Outer'])
    await ctx.db.update(constituencies).set({ name: 'Zzz' }).where(eq(constituencies.code, 'E14001465'))
    expect((await allSeats(ctx)).at(-1)?.name).toBe('Zzz')
  }))

test('while nobody sits for any seat Parliament is dissolved; one empty seat is only vacant', () =>
  rolledBack(async (ctx) => {
    expect(await parliamentIsDissolved(ctx)).toBe(false)
    expect(await findSeat(ctx, 'E14001290')).not.toHaveProperty('dissolved')
    await ctx.db.update(mps).set({ until: ctx.now() })
    expect(await parliamentIsDissolved(ctx)).toBe(true)
    expect(await findSeat(ctx, 'E14001290')).toMatchObject({ mp: null, dissolved: true })
  }))
