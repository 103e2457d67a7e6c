import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { staff } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import type { Env } from '@/lib/kernel/read-env'
import { readMailbox } from '@/lib/mailer/local-mailbox'
import { rolledBack } from '@/lib/mailer/testing/context'
import { sendSignInLink } from '@/lib/messages/to-staff/send-sign-in-link'
import { memberContext } from '@/lib/staff/testing'
import { signsInByLink } from './may-use-links'
import { makeSignInLink, readSignInLink, spendSignInLink } from './sign-in-link'

const oidc = { issuer: 'https://id.example.org', id: 'id', secret: 'x', domains: [], roleClaim: 'roles', roles: [] }
type Policy = Pick<Env, 'oidc' | 'emailLinks'>

/** An invited editor, one by a claim, an administrator, and the one of `STAFF_ADMIN_EMAIL`. */
async function teamOf(ctx: Context) {
  const made = {
    invited: await memberContext(ctx, 'editor', 'invited@example.org'),
    claimed: await memberContext(ctx, 'editor', 'claimed@example.org'),
    admin: await memberContext(ctx, 'admin', 'other-admin@example.org'),
    root: await memberContext(ctx, 'admin', 'root@example.org'),
  }
  await ctx.db.update(staff).set({ roleClaimedAt: ctx.now() }).where(eq(staff.email, 'claimed@example.org'))
  return Object.entries(made).map(([name, member]) => ({ name, id: idOf(member) }))
}

describe('links by e-mail are for', () => {
  test.each<[string, Policy, string[]]>([
    ['everybody', { oidc: null, emailLinks: 'all' }, ['invited', 'claimed', 'admin', 'root']],
    ['everybody but who is given a role', { oidc, emailLinks: 'all' }, ['invited', 'admin', 'root']],
    [
      'everybody again',
      { oidc: { ...oidc, roleClaim: null }, emailLinks: 'all' },
      ['invited', 'claimed', 'admin', 'root'],
    ],
    ['one administrator', { oidc, emailLinks: 'break-glass' }, ['root']],
  ])('%s', (_whom, policy, expected) =>
    rolledBack(async (plain) => {
      const ctx = { ...plain, env: { ...plain.env, ...policy, staffAdminEmail: 'Root@example.org' } }
      const names: string[] = []
      for (const { id, name } of await teamOf(ctx)) {
        const may = await signsInByLink(ctx, id)
        if (may) names.push(name)
        // Nor does one work that was given out before.
        const [member] = await ctx.db.select().from(staff).where(eq(staff.id, id))
        const token = new URL((await makeSignInLink(ctx, member?.email ?? '', 60)).url).searchParams.get('token') ?? ''
        expect((await readSignInLink(ctx, token)) !== null).toBe(may)
        expect((await spendSignInLink(ctx, token)) !== null).toBe(may)
      }
      expect(names).toEqual(expected)
    }),
  )

  test('none but the administrator’s is mailed; an invitation leads to the page instead', () =>
    rolledBack(async (plain) => {
      const env = { ...plain.env, oidc, emailLinks: 'break-glass' as const, staffAdminEmail: 'root@example.org' }
      const ctx = { ...plain, env }
      for (const { id } of await teamOf(ctx)) await sendSignInLink(ctx, { staffId: id, invited: false })
      const later = await memberContext(ctx, 'editor', 'later@example.org')
      await sendSignInLink(ctx, { staffId: idOf(later), invited: true })
      const sent = (await readMailbox(ctx.env)).map(({ to, text }) => ({ to, text }))
      expect(sent.filter(({ text }) => text.includes('/open?token=')).map(({ to }) => to)).toEqual(['root@example.org'])
      const [invitation] = sent.filter(({ to }) => to === 'later@example.org')
      expect(invitation?.text).toContain('/staff/sign-in')
      expect(invitation?.text).toContain('your organisation’s account')
      expect(invitation?.text).not.toContain('no password')
    }))
})

function idOf({ actor }: Context): string {
  return actor.kind === 'staff' ? actor.id : ''
}
