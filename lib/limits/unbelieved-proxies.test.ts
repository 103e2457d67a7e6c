import { afterEach, expect, test, vi } from 'vitest'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { rolledBack, type TestContext } from '@/lib/mailer/testing/context'
import { noteUnbelieved, unbelievedLately } from './unbelieved-proxies'

const near = { peer: 'this-machine', unread: false } as const
const far = { peer: 'internet', unread: false } as const

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** What a process sees that was started with this TRUST_PROXY. */
async function seenWith(trustProxy: string, ctx: TestContext) {
  vi.stubEnv('TRUST_PROXY', trustProxy)
  vi.resetModules()
  return (await import('./unbelieved-proxies')).unbelievedLately(ctx)
}

test('what was seen is known for a day, of each kind by itself', () =>
  rolledBack(async (ctx) => {
    expect(await unbelievedLately(ctx)).toEqual([])
    await noteUnbelieved(ctx, far)
    ctx.setNow(new Date(ctx.now().getTime() + 12 * HOUR))
    await noteUnbelieved(ctx, near)
    expect(await unbelievedLately(ctx)).toEqual([near, far])
    ctx.setNow(new Date(ctx.now().getTime() + 12 * HOUR))
    expect(await unbelievedLately(ctx)).toEqual([near])
    await noteUnbelieved(ctx, { ...near, unread: true })
    expect(await unbelievedLately(ctx)).toEqual([{ ...near, unread: true }])
    ctx.setNow(new Date(ctx.now().getTime() + DAY))
    expect(await unbelievedLately(ctx)).toEqual([])
  }))

test('it is gone once TRUST_PROXY is set otherwise, and known to every process that has it as it was', () =>
  rolledBack(async (ctx) => {
    await noteUnbelieved(ctx, near)
    expect(await seenWith('0', ctx)).toEqual([near])
    expect(await seenWith('loopback', ctx)).toEqual([])
    expect(await seenWith('1', ctx)).toEqual([])
  }))
