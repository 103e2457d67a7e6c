import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { campaigns, staff } from '@/db/schema/index'
import { limitMember } from '@/lib/campaigns/limit-member'
import type { Context } from '@/lib/kernel/context'
import { HOUR } from '@/lib/kernel/time/durations'
import { mailTo, queued } from '@/lib/letters/testing'
import { callOffPublishingJob } from '@/lib/staff/jobs'
import { removeMember } from '@/lib/staff/team/remove'
import { setRole } from '@/lib/staff/team/set-role'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { callOffOf } from './call-off-when-role-lost'
import { publishScheduled, schedulePublishing } from './schedule'
import { tellCalledOff, tellCalledOffJob } from './tell-called-off'
import { type Editing, onDraft } from './testing'

const idOf = ({ actor }: Context) => (actor.kind === 'staff' ? actor.id : '')

async function scheduledBy(by: Context, { ctx, campaign, save, draft }: Editing): Promise<Date> {
  await save({ title: 'Soon' })
  const at = new Date(ctx.now().getTime() + HOUR)
  const { id: versionId } = await draft()
  expect(await schedulePublishing(by, { campaignId: campaign.id, versionId, at })).toEqual({ kind: 'scheduled' })
  return at
}
const standing = async ({ ctx, campaign }: Editing) =>
  (
    await ctx.db
      .select({ at: campaigns.scheduledAt, live: campaigns.publishedVersionId })
      .from(campaigns)
      .where(eq(campaigns.id, campaign.id))
  )[0]

describe('what a member has set to go live', () => {
  test('is called off once they work on other campaigns alone, and stays while it is one of theirs', () =>
    onDraft(async (editing) => {
      const { ctx, editor, campaign } = editing
      const admin = await memberContext(ctx, 'admin')
      const at = await scheduledBy(editor, editing)
      for (const [worksOn, then] of [
        [[campaign.id], at],
        [[], null],
      ] as const) {
        await limitMember(admin, { id: idOf(editor), worksOn })
        for (const { payload } of await queued(ctx, callOffPublishingJob, idOf(editor))) await callOffOf(ctx, payload)
        expect((await standing(editing))?.at).toEqual(then)
      }
    }))

  test.each(['removed', 'made a campaigner'] as const)('is called off once they are %s, and told', (how) =>
    onDraft(async (editing) => {
      const { ctx, editor, campaign } = editing
      const admin = await memberContext(ctx, 'admin', `${how.slice(0, 4)}.admin@example.org`)
      const before = await standing(editing)
      const at = await scheduledBy(editor, editing)
      const id = idOf(editor)
      await ctx.db.update(staff).set({ emailVerified: ctx.now() }).where(eq(staff.id, id))
      if (how === 'removed') await removeMember(admin, id)
      else await setRole(admin, { id, role: 'campaigner' })
      const jobs = await queued(ctx, callOffPublishingJob, id)
      expect(jobs).toHaveLength(1)
      for (const { payload } of jobs) await callOffOf(ctx, payload)
      expect(await standing(editing)).toEqual({ at: null, live: before?.live })
      expect((await auditOf(ctx, 'campaign.unschedule')).at(-1)).toMatchObject({ actorKind: 'staff' })
      ctx.setNow(at)
      await publishScheduled(ctx, campaign.id)
      expect(await standing(editing)).toEqual({ at: null, live: before?.live })
      const told = await queued(ctx, tellCalledOffJob, campaign.id)
      expect(told.map(({ payload }) => payload.why).sort()).toEqual(
        how === 'removed' ? ['no-right'] : ['no-right', 'own-role'],
      )
      for (const { payload } of told) await tellCalledOff(ctx, payload)
      const [mail] = await mailTo(`${how.slice(0, 4)}.admin@example.org`)
      expect(mail).toMatchObject({ subject: 'A version does not go live as set' })
    }),
  )

  test('does not go live either where the job that calls it off has not come yet', () =>
    onDraft(async (editing) => {
      const { ctx, editor, campaign } = editing
      const admin = await memberContext(ctx, 'admin', 'late.admin@example.org')
      const before = await standing(editing)
      const at = await scheduledBy(editor, editing)
      await removeMember(admin, idOf(editor))
      ctx.setNow(at)
      await publishScheduled(ctx, campaign.id)
      expect(await standing(editing)).toEqual({ at: null, live: before?.live })
      expect(await queued(ctx, 'tell-called-off', campaign.id)).toMatchObject([{ payload: { why: 'no-right' } }])
    }))

  test('stays set while they may publish, and where another member has set it since', () =>
    onDraft(async (editing) => {
      const { ctx, editor } = editing
      const admin = await memberContext(ctx, 'admin', 'stays.admin@example.org')
      const at = await scheduledBy(editor, editing)
      await setRole(admin, { id: idOf(editor), role: 'admin' })
      await callOffOf(ctx, { staffId: idOf(editor), byId: null })
      expect(await standing(editing)).toMatchObject({ at })
      const again = await scheduledBy(admin, editing)
      await removeMember(admin, idOf(editor))
      await callOffOf(ctx, { staffId: idOf(editor), byId: null })
      expect(await standing(editing)).toMatchObject({ at: again })
    }))
})
