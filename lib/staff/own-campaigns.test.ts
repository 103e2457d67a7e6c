import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { campaigns, staff } from '@/db/schema/index'
import { createCampaign } from '@/lib/campaigns/create'
import { deleteCampaign } from '@/lib/campaigns/life/delete-campaign'
import { listCampaigns } from '@/lib/campaigns/list'
import type { Context } from '@/lib/kernel/context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { assertAllowed } from './assert-allowed'
import { findSession, startSession } from './sign-in/sessions'
import { limitedContext, memberContext } from './testing'

const idOf = ({ actor }: Context) => (actor.kind === 'staff' ? actor.id : '')

/** Two campaigns of an administrator's, by their ids. */
async function twoCampaigns(ctx: Context): Promise<[string, string, Context]> {
  const admin = await memberContext(ctx, 'admin')
  const made = await Promise.all(['one', 'two'].map((slug) => createCampaign(admin, { slug, goal: 100, from: '' })))
  const [one, two] = made.map((each) => (each === 'taken' ? '' : each.id))
  return [one ?? '', two ?? '', admin]
}

/** The context in which a member acts at their next request. */
async function nextRequest(ctx: Context, member: Context): Promise<Context> {
  const token = crypto.randomUUID()
  await startSession(ctx, { token, userId: idOf(member) })
  const found = await findSession(ctx, token)
  if (!found) throw new Error('They are signed in.')
  const { id, role, limitedTo } = found.member
  return { ...ctx, actor: { kind: 'staff', id, role, limitedTo } }
}

test('who is limited works on their campaigns, and on no other, as if there were none', () =>
  rolledBack(async (ctx) => {
    const [one, two] = await twoCampaigns(ctx)
    const editor = await nextRequest(ctx, await limitedContext(ctx, 'editor', [one]))
    expect((await listCampaigns(editor)).map(({ id }) => id)).toEqual([one])
    expect(() => assertAllowed(editor, 'campaigns.edit', one)).not.toThrow()
    expect(() => assertAllowed(editor, 'campaigns.edit', two)).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => assertAllowed(editor, 'team.see')).toThrow(expect.objectContaining({ code: 'not-allowed' }))
  }))

test('who is limited works on none once their only campaign is deleted, and not on all', () =>
  rolledBack(async (ctx) => {
    const [one, , admin] = await twoCampaigns(ctx)
    const editor = await limitedContext(ctx, 'editor', [one])
    expect(await deleteCampaign(admin, one)).toBe('done')
    const then = await nextRequest(ctx, editor)
    expect(then.actor).toMatchObject({ limitedTo: [] })
    expect(await listCampaigns(then)).toEqual([])
  }))

test('who is limited and makes a campaign works on it from then on; of another’s they can make no copy', () =>
  rolledBack(async (ctx) => {
    const [one, two] = await twoCampaigns(ctx)
    const editor = await limitedContext(ctx, 'editor', [one])
    await expect(createCampaign(editor, { slug: 'a-copy', goal: 100, from: two })).rejects.toMatchObject({
      code: 'not-found',
    })
    const made = await createCampaign(editor, { slug: 'a-copy', goal: 100, from: one })
    const listed = await listCampaigns(await nextRequest(ctx, editor))
    expect(listed.map(({ slug }) => slug).sort()).toEqual(['a-copy', 'one'])
    expect(made).not.toBe('taken')
  }))

test('no administrator is limited, whatever stands in the rows of one who was', () =>
  rolledBack(async (ctx) => {
    const [one] = await twoCampaigns(ctx)
    const member = await limitedContext(ctx, 'editor', [one])
    await ctx.db
      .update(staff)
      .set({ role: 'admin' })
      .where(eq(staff.id, idOf(member)))
    const then = await nextRequest(ctx, member)
    expect(then.actor).toMatchObject({ limitedTo: null })
    expect(await listCampaigns(then)).toHaveLength(await ctx.db.$count(campaigns))
  }))
