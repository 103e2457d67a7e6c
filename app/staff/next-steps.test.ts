import { expect, test } from 'vitest'
import type { Context } from '@/lib/kernel/context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { copyOfKeys, sayKeysCopied } from '@/lib/privacy/keys/copied'
import { keysCopied } from '@/lib/settings/keys-copied'
import { ownId } from '@/lib/staff/own-id'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { nextSteps } from './next-steps'

const step = async (ctx: Context, id: string) => (await nextSteps(ctx)).find((each) => each.id === id)

test('a copy of the keys is asked for until somebody says that it is kept, and again once there is another key', () =>
  rolledBack(async (ctx) => {
    const admin = await memberContext(ctx, 'admin')
    expect(await step(admin, 'keys')).toMatchObject({ state: 'todo', href: '/staff/settings#keys' })
    await sayKeysCopied(admin)
    expect(await copyOfKeys(ctx)).toMatchObject({ at: ctx.now(), by: ownId(admin) })
    expect(await step(admin, 'keys')).toMatchObject({ state: 'done' })
    expect(await auditOf(ctx, 'settings.set')).toHaveLength(1)
    await keysCopied.keep(ctx, { key: 'older', at: ctx.now(), by: null })
    expect(await step(admin, 'keys')).toMatchObject({ state: 'todo' })
  }))

test('administrators whom a link alone lets in are counted, and led to what they can do about it', () =>
  rolledBack(async (ctx) => {
    const [admin, editor] = [await memberContext(ctx, 'admin'), await memberContext(ctx, 'editor')]
    expect(await step(admin, 'second-factor')).toMatchObject({ mark: '1', href: '/staff/account/second-factor' })
    expect(await step(editor, 'second-factor')).toMatchObject({ mark: '1', href: '/staff/team' })
  }))
