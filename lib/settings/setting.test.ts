import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { settings } from '@/db/schema/settings'
import { testDatabase } from '@/db/testing'
import { inTransaction } from '@/lib/kernel/context'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { auditOf } from '@/lib/staff/testing'
import { fromDatabase } from './from-database'
import { keepInStep } from './listen-for-changes'
import { setting } from './setting'

const counter = setting('a counter', z.object({ count: z.int() }), { count: 0 })
const VERB = 'settings.set'

test('until something is kept the fallback counts, and again once it is removed', () =>
  rolledBack(async (ctx) => {
    expect(await counter.read(ctx)).toEqual({ count: 0 })
    await counter.keep(ctx, { count: 2 })
    expect(await counter.read(ctx)).toEqual({ count: 2 })
    expect(await counter.keepFirst(ctx, { count: 3 })).toBe(false)
    expect(await counter.remove(ctx)).toBe(true)
    expect(await counter.remove(ctx)).toBe(false)
    expect(await counter.keepFirst(ctx, { count: 3 })).toBe(true)
    expect(await counter.readNow(ctx)).toEqual({ count: 3 })
  }))

test('what is spoilt is not taken for what it is not', () =>
  rolledBack(async (ctx) => {
    await ctx.db.insert(settings).values({ name: counter.name, value: { count: 'many' } })
    await expect(counter.read(ctx)).rejects.toThrow('count')
    expect(
      await setting(counter.name, z.object({ count: z.int() }).catch({ count: 1 }), { count: 0 }).read(ctx),
    ).toEqual({ count: 1 })
  }))

test('a change is written down once, with what stood there, and nothing is where nothing changes', () =>
  rolledBack(async (ctx) => {
    await counter.keep(ctx, { count: 1 }, { verb: VERB })
    expect(await counter.change(ctx, ({ count }) => ({ count: count + 1 }), { verb: VERB })).toEqual({ count: 2 })
    expect(await counter.change(ctx, () => null, { verb: VERB })).toBeNull()
    expect(await auditOf(ctx, VERB)).toMatchObject([
      { before: null, after: { count: 1 } },
      { before: { count: 1 }, after: { count: 2 } },
    ])
  }))

describe('in a process that has them in memory', () => {
  let step: { stop(): void }
  const ctx = () => contextFor({ kind: 'system' })
  beforeEach(async () => {
    const db = await testDatabase()
    await db.delete(settings)
    step = await keepInStep()
  })
  afterEach(() => {
    step.stop()
    vi.restoreAllMocks()
  })

  test('a reader asks the database for none, in a transaction or out of one', async () => {
    await counter.keep(ctx(), { count: 1 })
    expect(await counter.read(ctx())).toEqual({ count: 1 })
    const loads = vi.spyOn(ctx().db, 'select')
    const asked = vi.spyOn(fromDatabase, 'read')
    for (let times = 0; times < 20; times++) expect(await counter.read(ctx())).toEqual({ count: 1 })
    await inTransaction(ctx(), async (inner) => expect(await counter.read(inner)).toEqual({ count: 1 }))
    expect(asked).not.toHaveBeenCalled()
    // Of what it has kept itself the database may have told it once more.
    expect(loads.mock.calls.length).toBeLessThanOrEqual(1)
  })

  test('what it has just kept is in its next read, also in its own transaction, and not if that is rolled back', async () => {
    for (let count = 1; count < 20; count++) {
      await counter.keep(ctx(), { count })
      expect(await counter.read(ctx())).toEqual({ count })
    }
    const failed = inTransaction(ctx(), async (inner) => {
      await counter.keep(inner, { count: 99 })
      expect(await counter.read(inner)).toEqual({ count: 99 })
      expect(await counter.read(ctx())).toEqual({ count: 19 })
      throw new Error('rolled back')
    })
    await expect(failed).rejects.toThrow('rolled back')
    expect(await counter.read(ctx())).toEqual({ count: 19 })
  })

  test('of many changes at once none is lost', async () => {
    await Promise.all(Array.from({ length: 20 }, () => counter.change(ctx(), ({ count }) => ({ count: count + 1 }))))
    expect(await counter.read(ctx())).toEqual({ count: 20 })
  })
})
