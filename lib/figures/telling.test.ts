import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { figures, milestones } from '@/db/schema/index'
import { deliverLetter } from '@/lib/delivery/testing'
import type { Job } from '@/lib/jobs/define-job'
import { confirmedLetter, mailTo, onCampaign, VACANT } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { sendDigest } from '@/lib/messages/to-staff/digest'
import { tellMilestone } from '@/lib/messages/to-staff/milestone'
import { tellRecount } from '@/lib/messages/to-staff/recount'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { sendDueDigests } from './digest/send-daily-digests'
import { readStopToken, stopTokenOf } from './digest/stop-link'
import { digestWanted, stopDigest, wantDigest } from './digest/who-gets-digest'
import { sendDigestJob, tellMilestoneJob, tellRecountJob } from './jobs'
import { findMilestones } from './milestones'
import { recountNightly } from './roll-up/recount-nightly'
import { rollUp } from './roll-up/roll-up'

afterEach(() => rm(join(process.env.DATA_DIR ?? '', 'mailbox'), { recursive: true, force: true }))

/** What jobs of one kind carry, oldest first. */
async function jobs<Payload>(ctx: TestContext, { kind, schema }: Job<Payload>): Promise<Payload[]> {
  const rows = await ctx.db.execute<{ payload: unknown }>(sql`
    select job.payload from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = ${kind} order by job.id`)
  return rows.map(({ payload }) => schema.parse(payload))
}

test('who wants the digest gets yesterday’s figures once, from seven in the morning, with what is held and in all', () =>
  onCampaign(async (ctx, campaign) => {
    const member = await memberContext(ctx, 'campaigner')
    await memberContext(ctx, 'editor')
    await wantDigest(member, 'day')
    await wantDigest(member, 'day')
    const id = member.actor.kind === 'staff' ? member.actor.id : ''
    expect(await digestWanted(ctx, id)).toBe('day')
    for (let count = 0; count < 2; count++) await deliverLetter(ctx, (await confirmedLetter(ctx, campaign)).id)
    await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
    await rollUp(ctx)
    ctx.setNow(new Date('2026-11-11T06:05:00Z'))
    await sendDueDigests(ctx)
    expect(await jobs(ctx, sendDigestJob)).toEqual([])
    for (const time of ['07:05', '08:05']) {
      ctx.setNow(new Date(`2026-11-11T${time}:00Z`))
      await sendDueDigests(ctx)
    }
    const [job, ...more] = await jobs(ctx, sendDigestJob)
    expect(more).toEqual([])
    await sendDigest(ctx, job ?? { staffId: '', day: '', every: 'day' })
    const [mail] = await mailTo('campaigner@example.org')
    expect(mail?.subject).toBe('Figures of 10 November 2026: 3 new supporters')
    expect(mail?.text).toMatch(/Cities of London and Westminster: 2/)
    expect(mail?.text).toMatch(/Supporters in all: 3; the goal shown is 1,000/)
    expect(mail?.text).toMatch(/Letters held now: 1/)
    expect(mail?.text).toMatch(/the seat is vacant: 1/)
    expect(mail?.text).toMatch(/Page views: not known/)
    expect(mail?.text).not.toMatch(/Sarkissian/)
    await wantDigest(member, null)
    ctx.setNow(new Date('2026-11-12T07:05:00Z'))
    await sendDueDigests(ctx)
    expect(await jobs(ctx, sendDigestJob)).toHaveLength(1)
    expect((await auditOf(ctx, 'figures.digest')).map(({ after }) => after)).toEqual([
      { every: 'day' },
      { every: null },
    ])
  }))

test('who wants it every week gets it on Monday, of the week that ended on Sunday, and none of the week in which they asked', () =>
  onCampaign(async (ctx) => {
    // A Tuesday.
    const member = await memberContext(ctx, 'campaigner')
    await wantDigest(member, 'week')
    const days = async (at: string) => {
      ctx.setNow(new Date(at))
      await sendDueDigests(ctx)
      return (await jobs(ctx, sendDigestJob)).map(({ day, every }) => `${every} ${day}`)
    }
    expect(await days('2026-11-10T12:00:00Z')).toEqual([])
    expect(await days('2026-11-15T12:00:00Z')).toEqual([])
    expect(await days('2026-11-16T06:30:00Z')).toEqual([])
    // Nobody worked on the Monday.
    expect(await days('2026-11-17T07:05:00Z')).toEqual(['week 2026-11-15'])
    expect(await days('2026-11-22T12:00:00Z')).toEqual(['week 2026-11-15'])
    const [job] = await jobs(ctx, sendDigestJob)
    if (job) await sendDigest(ctx, job)
    const [mail] = await mailTo('campaigner@example.org')
    expect(mail?.subject).toBe('Figures of the week from 9 November 2026 to 15 November 2026: 0 new supporters')
  }))

test('the mail has a link, for people and for mail programs, that stops it in one press', () =>
  onCampaign(async (ctx) => {
    const member = await memberContext(ctx, 'campaigner')
    await wantDigest(member, 'day')
    const staffId = member.actor.kind === 'staff' ? member.actor.id : ''
    await sendDigest(ctx, { staffId, day: '2026-11-09', every: 'day' })
    const [mail] = await mailTo('campaigner@example.org')
    const token = /stop-figures\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
    expect(mail?.headers).toMatchObject({
      'List-Unsubscribe': `<${ctx.env.appUrl}/stop-figures/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
    expect(readStopToken(token)).toBe(staffId)
    for (const forged of ['made-up', token.slice(1), `${token}x`, '', stopTokenOf(staffId).slice(0, -1)]) {
      expect(readStopToken(forged)).toBeNull()
    }
    await stopDigest(ctx, staffId)
    await stopDigest(ctx, staffId)
    expect(await digestWanted(ctx, staffId)).toBeNull()
    expect(await auditOf(ctx, 'figures.digest')).toHaveLength(2)
  }))

test('in summer seven in the morning is six by Greenwich', () =>
  onCampaign(async (ctx) => {
    await wantDigest(await memberContext(ctx, 'admin'), 'day')
    ctx.setNow(new Date('2026-07-01T06:05:00Z'))
    await sendDueDigests(ctx)
    expect(await jobs(ctx, sendDigestJob)).toMatchObject([{ day: '2026-06-30' }])
  }))

test('a hundred letters, and a letter to each MP of a nation, are told to the team, once', () =>
  onCampaign(async (ctx, campaign) => {
    for (const role of ['campaigner', 'admin'] as const) await memberContext(ctx, role)
    await ctx.db.execute(sql`
      insert into figures (campaign_id, constituency_code, supporters, letters)
      select ${campaign.id}::uuid, code, 4, 3 from constituencies where nation = 'Wales'`)
    await findMilestones(ctx)
    expect(await ctx.db.select({ kind: milestones.kind, subject: milestones.subject }).from(milestones)).toEqual([
      { kind: 'nation', subject: 'Wales' },
    ])
    await ctx.db.update(figures).set({ letters: 4 })
    await findMilestones(ctx)
    await findMilestones(ctx)
    const told = await jobs(ctx, tellMilestoneJob)
    expect(told.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
      'nation Wales',
      'nation Wales',
      'letters 100',
      'letters 100',
    ])
    for (const each of told) await tellMilestone(ctx, each)
    expect((await mailTo('campaigner@example.org')).map(({ subject }) => subject)).toEqual([
      'Every MP in Wales has a letter',
      '100 letters are sent',
    ])
    expect((await mailTo('admin@example.org'))[0]?.text).toMatch(/Each of the 32 MPs/)
  }))

test('a nation counts as reached without its vacant seats, and not while one MP has no letter', () =>
  onCampaign(async (ctx, campaign) => {
    await ctx.db.execute(sql`
      insert into figures (campaign_id, constituency_code, supporters, letters)
      select ${campaign.id}::uuid, code, 1, 1 from constituencies where nation = 'Wales' offset 1`)
    await findMilestones(ctx)
    expect(await ctx.db.$count(milestones)).toBe(0)
    await ctx.db.execute(sql`
      delete from mps where constituency_code in (
        select code from constituencies left join figures on constituency_code = code
        where nation = 'Wales' and constituency_code is null)`)
    await findMilestones(ctx)
    expect(await ctx.db.$count(milestones)).toBe(1)
  }))

test('the nightly recount puts wrong figures right, reports it, and has administrators told', () =>
  onCampaign(async (ctx, campaign) => {
    await memberContext(ctx, 'admin')
    await memberContext(ctx, 'campaigner')
    await confirmedLetter(ctx, campaign)
    await rollUp(ctx)
    await recountNightly(ctx)
    expect(await jobs(ctx, tellRecountJob)).toEqual([])
    await ctx.db.update(figures).set({ supporters: 9 })
    await recountNightly(ctx)
    const reports = await auditOf(ctx, 'figures.recount')
    expect(reports.map(({ after }) => after)).toMatchObject([{ differences: 0 }, { differences: 1 }])
    const [job, ...more] = await jobs(ctx, tellRecountJob)
    expect(more).toEqual([])
    if (job) await tellRecount(ctx, job)
    const [mail] = await mailTo('admin@example.org')
    expect(mail?.subject).toBe('The figures were wrong, and were put right')
    expect(mail?.text).toContain(`${campaign.slug}, E14001172, supporters, in all: was 9, is 1`)
  }))
