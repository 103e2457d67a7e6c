import { and, eq, isNull } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { besidePool } from '@/db/client'
import { constituencies, mps } from '@/db/schema/index'
import { databaseUrl, testDatabase } from '@/db/testing'
import { testContext } from '@/lib/mailer/testing/context'
import { keepInStep } from '@/lib/settings/listen-for-changes'
import { findMp } from './find-mp'
import { allSeats, findSeat } from './lookup'
import { parliamentIsDissolved } from './seats'
import { loadSnapshot } from './snapshot/load'
import { whoSat } from './who-sat'

const SEVENOAKS = 'E14001465'
const db = await testDatabase()
const ctx = testContext(db)
const other = postgres(await databaseUrl(db), { max: 1 })
let step: { stop(): void }

beforeAll(async () => {
  await loadSnapshot(ctx)
  step = await keepInStep()
})
afterAll(async () => {
  step.stop()
  await other.end()
})

test('a process in step asks for the directory once, whoever wants what of it', async () => {
  const asked = vi.spyOn(besidePool(), 'select')
  const seat = await findSeat(ctx, SEVENOAKS)
  expect(await findMp(ctx, seat?.mp?.id ?? '')).toEqual(seat?.mp)
  expect(await findSeat(ctx, 'nowhere')).toBeNull()
  expect(await findMp(ctx, crypto.randomUUID())).toBeNull()
  expect(await allSeats(ctx)).toHaveLength(650)
  expect(await parliamentIsDissolved(ctx)).toBe(false)
  expect(asked).toHaveBeenCalledTimes(1)
  asked.mockRestore()
})

test('it learns that an MP has gone, and still knows them by their row', async () => {
  const before = (await findSeat(ctx, SEVENOAKS))?.mp
  await other`update mps set until = now() where constituency_code = ${SEVENOAKS} and until is null`
  await vi.waitFor(async () => expect(await findSeat(ctx, SEVENOAKS)).toMatchObject({ mp: null }), { timeout: 120_000 })
  expect(await findMp(ctx, before?.id ?? '')).toEqual(before)
  const [sat] = await other`select since, until from mps where id = ${before?.id ?? ''}`
  expect(await whoSat(ctx, SEVENOAKS, sat?.since)).toEqual(before)
  expect(await whoSat(ctx, SEVENOAKS, sat?.until)).toBeNull()
  expect(await whoSat(ctx, SEVENOAKS, new Date('1900-01-01'))).toBeNull()
  expect(await findSeat(ctx, SEVENOAKS)).not.toHaveProperty('dissolved')
})

test('it learns that Parliament is dissolved', async () => {
  await other`update mps set until = now() where until is null`
  await vi.waitFor(async () => expect(await parliamentIsDissolved(ctx)).toBe(true), { timeout: 120_000 })
  expect(await findSeat(ctx, SEVENOAKS)).toMatchObject({ mp: null, dissolved: true })
})

test('a transaction of the same process sees what it changes, and nobody else does before it is kept', async () => {
  const undone = new Error('undone')
  const changing = db.transaction(async (tx) => {
    const inner = { ...ctx, db: tx as unknown as typeof db }
    await tx.update(constituencies).set({ name: 'Seven Oaks' }).where(eq(constituencies.code, SEVENOAKS))
    await tx
      .update(mps)
      .set({ until: null })
      .where(and(eq(mps.constituencyCode, SEVENOAKS)))
    expect(await findSeat(inner, SEVENOAKS)).toMatchObject({ name: 'Seven Oaks', mp: { name: expect.any(String) } })
    expect(await tx.$count(mps, isNull(mps.until))).toBe(1)
    expect(await findSeat(ctx, SEVENOAKS)).toMatchObject({ name: 'Sevenoaks', mp: null })
    throw undone
  })
  await expect(changing).rejects.toBe(undone)
  expect(await findSeat(ctx, SEVENOAKS)).toMatchObject({ name: 'Sevenoaks', mp: null })
})
