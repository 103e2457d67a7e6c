import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { figures, milestones } from '@/db/schema/index'
import { deliverLetter } from '@/lib/delivery/testing'
import type { Job } from '@/lib/jobs/define-job'
import { confirmedLetter, mailTo, onCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { sendDigest } from '@/lib/messages/to-staff/digest'
import { tellMilestone } from '@/lib/messages/to-staff/milestone'
import { tellRecount } from '@/lib/messages/to-staff/recount'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { sendDueDigests } from './digest/send-daily-digests'
import { digestWanted, wantDigest } from './digest/who-gets-digest'
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

test('who wants the digest gets yesterday’s figures once, from seven in the morning', () =>
  onCampaign(async (ctx, campaign) => {
    const member = await memberContext(ctx, 'campaigner')
    await memberContext(ctx, 'editor')
    await wantDigest(member, true)
    await wantDigest(member, true)
    const id = member.actor.kind === 'staff' ? member.actor.id : ''
    expect(await digestWanted(ctx, id)).toBe(true)
    for (let count = 0; count < 2; count++) await deliverLetter(ctx, (await confirmedLetter(ctx, campaign)).id)
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
    await sendDigest(ctx, job ?? { staffId: '', day: '' })
    const [mail] = await mailTo('campaigner@example.org')
    expect(mail?.subject).toBe('Figures of 10 November 2026: 2 new supporters')
    expect(mail?.text).toMatch(/Cities of London and Westminster: 2/)
    expect(mail?.text).not.toMatch(/Sarkissian/)
    await wantDigest(member, false)
    ctx.setNow(new Date('2026-11-12T07:05:00Z'))
    await sendDueDigests(ctx)
    expect(await jobs(ctx, sendDigestJob)).toHaveLength(1)
    expect((await auditOf(ctx, 'figures.digest')).map(({ after }) => after)).toEqual([
      { wanted: true },
      { wanted: false },
    ])
  }))

test('in summer seven in the morning is six by Greenwich', () =>
  onCampaign(async (ctx) => {
    await wantDigest(await memberContext(ctx, 'admin'), true)
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
