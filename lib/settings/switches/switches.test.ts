import { expect, test } from 'vitest'
import { roles } from '@/db/schema/index'
import { rolledBack } from '@/lib/mailer/testing/context'
import { setSwitch } from '@/lib/staff/set-switch'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { isOff, switchedOff } from './is-off'
import { switchNames } from './switches'

test.each(switchNames)('%s: off, and on again, each written down once', (name) =>
  rolledBack(async (ctx) => {
    const admin = await memberContext(ctx, 'admin')
    expect(await isOff(ctx, name)).toBe(false)
    expect(await setSwitch(admin, { name, on: true })).toBe(false)
    expect(await setSwitch(admin, { name, on: false })).toBe(true)
    expect(await setSwitch(admin, { name, on: false })).toBe(false)
    expect(await switchedOff(ctx)).toEqual([{ name, at: ctx.now() }])
    expect(await setSwitch(admin, { name, on: true })).toBe(true)
    expect(await switchedOff(ctx)).toEqual([])
    expect(await auditOf(ctx, 'switches.set')).toMatchObject([
      { before: { on: true }, after: { on: false } },
      { before: { on: false }, after: { on: true } },
    ])
  }),
)

test('refuses to switch for anyone but an administrator', () =>
  rolledBack(async (ctx) => {
    const others = await Promise.all(roles.filter((role) => role !== 'admin').map((role) => memberContext(ctx, role)))
    for (const refused of [...others, { ...ctx, actor: { kind: 'supporter' as const } }]) {
      await expect(async () => setSwitch(refused, { name: 'sending', on: false })).rejects.toMatchObject({
        code: 'not-allowed',
      })
    }
    expect(await switchedOff(ctx)).toEqual([])
  }))
