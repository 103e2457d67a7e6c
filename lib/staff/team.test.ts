import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { roles, settings, staff } from '@/db/schema'
import { rolledBack } from '@/db/testing'
import type { Context } from '../kernel/context'
import { ensureFirstAdmin } from './first-admin'
import { inviteStaff } from './invite'
import { setOperator } from './set-operator'
import { setRole } from './set-role'
import { team } from './team'
import { auditOf, memberContext } from './testing'

const invitation = { email: 'new@example.org', role: 'editor' } as const
const operator = { name: 'Example Trust', address: '1 Sample Street\nLondon', email: 'privacy@example.org' }

describe('inviting', () => {
  test('puts a person on the team, mails them and writes it down', () =>
    rolledBack(async (ctx) => {
      const admin = await memberContext(ctx, 'admin')
      const { outcome, id } = await inviteStaff(admin, invitation)
      expect(outcome).toBe('invited')
      expect(await jobs(ctx)).toEqual([{ staffId: id, invited: true }])
      expect(await auditOf(ctx, 'team.invite')).toEqual([
        { actorKind: 'staff', actorId: idOf(admin), before: null, after: invitation },
      ])
      expect((await team(admin)).map(({ email, role }) => `${email} ${role}`)).toEqual([
        'admin@example.org admin',
        'new@example.org editor',
      ])
    }))

  test('changes nothing for someone who is on the team already', () =>
    rolledBack(async (ctx) => {
      const first = await inviteStaff(ctx, invitation)
      expect(await inviteStaff(ctx, { ...invitation, role: 'admin' })).toEqual({ ...first, outcome: 'known' })
      expect(await jobs(ctx)).toHaveLength(1)
      expect(await auditOf(ctx, 'team.invite')).toHaveLength(1)
    }))
})

describe('a role', () => {
  test('is changed at once, and written down', () =>
    rolledBack(async (ctx) => {
      const admin = await memberContext(ctx, 'admin')
      const id = idOf(await memberContext(ctx, 'campaigner'))
      await setRole(admin, { id, role: 'editor' })
      expect(await auditOf(ctx, 'team.set-role')).toEqual([
        { actorKind: 'staff', actorId: idOf(admin), before: { role: 'campaigner' }, after: { role: 'editor' } },
      ])
    }))

  test('of the last administrator stays', () =>
    rolledBack(async (ctx) => {
      const id = idOf(await memberContext(ctx, 'admin'))
      await expect(setRole(ctx, { id, role: 'editor' })).rejects.toThrow('The team needs an administrator')
    }))
})

describe('the first administrator', () => {
  test('is made from the setting, once', () =>
    rolledBack(async (ctx) => {
      await ensureFirstAdmin(ctx)
      await ensureFirstAdmin(ctx)
      expect(await team(ctx)).toMatchObject([{ email: 'admin@localhost', role: 'admin' }])
      expect(await auditOf(ctx, 'team.first-admin')).toHaveLength(1)
    }))

  test('does not come back where another administrator is left', () =>
    rolledBack(async (ctx) => {
      await ensureFirstAdmin(ctx)
      await memberContext(ctx, 'admin')
      await ctx.db.delete(staff).where(eq(staff.email, 'admin@localhost'))
      await ensureFirstAdmin(ctx)
      expect((await team(ctx)).map(({ email }) => email)).toEqual(['admin@example.org'])
    }))
})

test('the operator is named, and written down with what stood before', () =>
  rolledBack(async (ctx) => {
    await setOperator(ctx, operator)
    await setOperator(ctx, { ...operator, name: 'Example Charity' })
    const [row] = await ctx.db.select().from(settings).where(eq(settings.name, 'operator'))
    expect(row?.value).toEqual({ ...operator, name: 'Example Charity' })
    expect(await auditOf(ctx, 'settings.set-operator')).toMatchObject([
      { before: null, after: operator },
      { before: operator, after: { name: 'Example Charity' } },
    ])
  }))

describe('refuses', () => {
  const guarded: [string, (ctx: Context) => unknown][] = [
    ['to invite', (ctx) => inviteStaff(ctx, invitation)],
    ['to change a role', (ctx) => setRole(ctx, { id: 'anyone', role: 'admin' })],
    ['to show the team', (ctx) => team(ctx)],
    ['to name the operator', (ctx) => setOperator(ctx, operator)],
  ]
  const others = roles.filter((role) => role !== 'admin')

  test.each(guarded)('%s to every role but the administrator, and to supporters', (_name, work) =>
    rolledBack(async (ctx) => {
      const contexts = await Promise.all(others.map((role) => memberContext(ctx, role)))
      for (const refused of [...contexts, { ...ctx, actor: { kind: 'supporter' as const } }]) {
        await expect(async () => work(refused)).rejects.toMatchObject({ name: 'Refusal', code: 'not-allowed' })
      }
    }),
  )
})

async function jobs({ db }: Context): Promise<unknown[]> {
  const rows = await db.execute<{ payload: unknown }>(sql`select payload from graphile_worker._private_jobs`)
  return [...rows].map(({ payload }) => payload)
}

function idOf({ actor }: Context): string {
  return actor.kind === 'staff' ? actor.id : ''
}
