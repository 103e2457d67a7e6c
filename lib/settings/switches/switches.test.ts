import { expect, test } from 'vitest'
import { roles } from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
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
    expect(await setSwitch(admin, { name, on: false, why: 'The service is down.' })).toBe(true)
    expect(await setSwitch(admin, { name, on: false })).toBe(false)
    expect(await switchedOff(ctx)).toEqual([
      { name, at: ctx.now(), why: 'The service is down.', by: admin.actor.kind === 'staff' && admin.actor.id },
    ])
    expect(await setSwitch(admin, { name, on: true, why: 'It is back.' })).toBe(true)
    expect(await switchedOff(ctx)).toEqual([])
    expect(await auditOf(ctx, 'switches.set')).toMatchObject([
      { before: { on: true }, after: { on: false, why: 'The service is down.' } },
      { before: { on: false }, after: { on: true, why: 'It is back.' } },
    ])
  }),
)

test('what was switched off before reasons were kept is off still', () =>
  rolledBack(async (ctx) => {
    await ctx.db.insert(settings).values({ name: 'sending_paused', value: { at: ctx.now() }, updatedAt: ctx.now() })
    expect(await switchedOff(ctx)).toEqual([{ name: 'sending', at: ctx.now(), why: '', by: null }])
  }))

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
