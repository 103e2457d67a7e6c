import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { noteRest } from '@/lib/mailer/service-retry-after'
import { rolledBack } from '@/lib/mailer/testing/context'
import { setSwitch } from '@/lib/staff/set-switch'
import { isStoppedNow, stopped } from './why-sending-stopped'

test('the switch that staff press for sending is the one that letters wait for', () =>
  rolledBack(async (ctx) => {
    expect(await stopped(ctx)).toBeNull()
    await setSwitch(ctx, { name: 'sending', on: false })
    expect(await stopped(ctx)).toEqual({ why: 'paused', until: null })
    await setSwitch(ctx, { name: 'sending', on: true })
    expect(await stopped(ctx)).toBeNull()
  }))

test('the statement that claims letters sees by itself that they were stopped, or that the service rests', () =>
  rolledBack(async (ctx) => {
    const isStopped = async () => (await ctx.db.execute(sql`select 1 where ${isStoppedNow(ctx)}`)).length === 1
    expect(await isStopped()).toBe(false)
    await setSwitch(ctx, { name: 'follow-ups', on: false })
    expect(await isStopped()).toBe(false)
    await setSwitch(ctx, { name: 'sending', on: false })
    expect(await isStopped()).toBe(true)
    await setSwitch(ctx, { name: 'sending', on: true })
    await noteRest(ctx, 60_000)
    expect(await isStopped()).toBe(true)
    ctx.setNow(new Date(ctx.now().getTime() + 60_000))
    expect(await isStopped()).toBe(false)
  }))
