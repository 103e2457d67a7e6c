import { expect, test } from 'vitest'
import { readEnv } from '@/lib/kernel/read-env'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { rolledBack } from '@/lib/mailer/testing/context'
import { noteUnbelieved, unbelievedLately } from './untrusted-proxies'

const near = { peer: 'this-machine', unread: false } as const
const far = { peer: 'internet', unread: false } as const

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
    const seenWith = (trustProxy: string) => {
      const { trustProxy: trusted } = readEnv({ ...process.env, TRUST_PROXY: trustProxy })
      return unbelievedLately({ ...ctx, env: { ...ctx.env, trustProxy: trusted } })
    }
    expect(await seenWith('0')).toEqual([near])
    expect(await seenWith('loopback')).toEqual([])
    expect(await seenWith('1')).toEqual([])
  }))
