import { expect, test } from 'vitest'
import { staff, staffCampaigns } from '@/db/schema/index'
import { staffInvitationEmail } from '@/emails/to-staff/staff-invitation'
import type { Context } from '@/lib/kernel/context'
import { mailTo } from '@/lib/letters/testing'
import { rolledBack } from '@/lib/mailer/testing/context'
import { sendSignInLink } from '@/lib/messages/to-staff/send-sign-in-link'
import { findSession, startSession } from '@/lib/staff/sign-in/sessions'
import { teamMember } from '@/lib/staff/team/team'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { createCampaign } from './create'
import { inviteToWorkOn, limitMember } from './limit-member'

const idOf = ({ actor }: Context) => (actor.kind === 'staff' ? actor.id : '')

async function madeBy(admin: Context, slug: string): Promise<string> {
  const made = await createCampaign(admin, { slug, goal: 100, from: '' })
  if (made === 'taken') throw new Error('The address is free.')
  return made.id
}

test('a limit holds in a session that is open, is written down by the campaigns’ names, and is taken off again', () =>
  rolledBack(async (ctx) => {
    const admin = await memberContext(ctx, 'admin')
    const editor = await memberContext(ctx, 'editor')
    const [one, two] = [await madeBy(admin, 'one'), await madeBy(admin, 'two')]
    await startSession(ctx, { token: 'open', userId: idOf(editor) })
    const limit = async () => (await findSession(ctx, 'open'))?.member.limitedTo
    expect(await limit()).toBeNull()

    await limitMember(admin, { id: idOf(editor), worksOn: [one, crypto.randomUUID()] })
    expect(await limit()).toEqual([one])
    await limitMember(admin, { id: idOf(editor), worksOn: [one] })
    await limitMember(admin, { id: idOf(editor), worksOn: [one, two] })
    expect((await limit())?.toSorted()).toEqual([one, two].toSorted())
    expect((await teamMember(admin, idOf(editor)))?.limitedTo).toHaveLength(2)
    await limitMember(admin, { id: idOf(editor), worksOn: null })
    expect(await limit()).toBeNull()
    expect(await ctx.db.$count(staffCampaigns)).toBe(0)
    expect((await auditOf(ctx, 'team.set-campaigns')).map(({ before, after }) => [before, after])).toEqual([
      [{ campaigns: 'all' }, { campaigns: '“one”' }],
      [{ campaigns: '“one”' }, { campaigns: '“one”, “two”' }],
      [{ campaigns: '“one”, “two”' }, { campaigns: 'all' }],
    ])
  }))

test('who is invited to some campaigns is limited from the start, and reads which', () =>
  rolledBack(async (ctx) => {
    const admin = await memberContext(ctx, 'admin')
    const one = await madeBy(admin, 'a-campaign-of-one')
    const { id } = await inviteToWorkOn(admin, { email: 'new@example.org', role: 'campaigner' }, [one])
    expect(await teamMember(admin, id)).toMatchObject({ role: 'campaigner', limitedTo: [one] })
    await sendSignInLink(ctx, { staffId: id, invited: true })
    const [mail] = await mailTo('new@example.org')
    expect(mail?.text).toMatch(/For these campaigns alone:?\s+a-campaign-of-one/)
    // Who is on the team already keeps what they have.
    await inviteToWorkOn(admin, { email: 'new@example.org', role: 'campaigner' }, null)
    expect(await teamMember(admin, id)).toMatchObject({ limitedTo: [one] })
  }))

test('an invitation to many campaigns names ten of them', () => {
  const campaigns = Array.from({ length: 200 }, (_, i) => `Campaign ${i + 1}`)
  const site = { site: 'Example', operator: null } as unknown as Parameters<typeof staffInvitationEmail>[0]
  const invited = { ...site, email: 'a@example.org', role: 'editor' as const, signInPage: '', link: null, by: null }
  const said = JSON.stringify(staffInvitationEmail({ ...invited, campaigns }).blocks)
  expect(said).toContain('Campaign 10 and 190 more')
  expect(said).not.toContain('Campaign 11')
})

test('refuses to limit anybody to all but administrators', () =>
  rolledBack(async (ctx) => {
    for (const role of ['editor', 'campaigner'] as const) {
      const member = await memberContext(ctx, role)
      expect(() => limitMember(member, { id: idOf(member), worksOn: null })).toThrow(
        expect.objectContaining({ code: 'not-allowed' }),
      )
      const invitation = { email: 'new@example.org', role }
      await expect(inviteToWorkOn(member, invitation, [])).rejects.toMatchObject({ code: 'not-allowed' })
    }
    expect(await ctx.db.$count(staff)).toBe(2)
  }))
