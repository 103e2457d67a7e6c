import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { senderBlocks } from '@/db/schema/index'
import { raisedAlerts } from '@/lib/delivery/alerts/alert-rules'
import { alertStaff } from '@/lib/delivery/alerts/raise-alerts'
import type { MailEvent } from '@/lib/delivery/events/input'
import { receiveMailEvent } from '@/lib/delivery/events/receive'
import { sendAlertJob } from '@/lib/delivery/jobs'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import { attemptsAt, lastNote } from '@/lib/delivery/ledger/testing'
import { blockedDomains, tryDomainAgain } from '@/lib/delivery/queue/retry-blocked-domain'
import { deliverLetter } from '@/lib/delivery/testing'
import { log } from '@/lib/kernel/log'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { letterHistory } from '@/lib/letters/find'
import { changeMp, confirmedLetter, letterRow, onCampaign, queued } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { playResend } from '@/lib/mailer/testing/play-resend'
import { sendAlert } from '@/lib/messages/to-staff/alert'
import { tellHeld } from '@/lib/messages/to-writer/copy-and-held'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { holdBlocked } from './hold-what-waits'
import { releaseBlocked } from './release-blocked'

vi.hoisted(() => {
  Object.assign(process.env, {
    RESEND_API_KEY: 're_123',
    MAIL_FROM: 'letters@example.org',
    OPERATOR_NAME: 'Example Campaigns',
    SEND_HOURS: '00:00-24:00',
    SEND_PER_MP_HOUR: '100000',
  })
})

const SAID = 'smtp; 550 5.7.1 Service unavailable; Client host [192.0.2.39] blocked using Spamhaus'
const OTHER_SEAT = 'E14001322'
const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds)
let service: Awaited<ReturnType<typeof playResend>>

beforeAll(async () => {
  log.level = 'silent'
  service = await playResend()
  process.env.RESEND_BASE_URL = service.url
})
afterAll(() => service.close())
beforeEach(() => {
  service.taken.length = 0
  service.mishaps.length = 0
})

const blockOf = (providerId: string | null, given: Partial<MailEvent> = {}): MailEvent => ({
  type: 'email.bounced',
  providerId,
  tags: {},
  occurredAt: null,
  bounce: 'hard',
  permanent: true,
  report: 'Permanent, General',
  said: SAID,
  ...given,
})
const blocked = async (ctx: TestContext, id: string, given?: Partial<MailEvent>) => {
  const attempt = (await attemptsAt(ctx, id)).at(-1)
  await receiveMailEvent(ctx, crypto.randomUUID(), blockOf(attempt?.providerId ?? null, given))
}
const jobsOf = async (ctx: TestContext, kind: string) => {
  const rows = await ctx.db.execute<{ n: number }>(sql`
    select count(*)::int as n from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id where task.identifier = ${kind}`)
  return rows[0]?.n ?? 0
}

describe('a block of our sender', () => {
  test('holds the letter, and all that wait for that domain; elsewhere they go', () =>
    onCampaign(async (ctx, campaign) => {
      await changeMp(ctx, OTHER_SEAT, { name: 'Percy Newcome', email: 'percy@mp.example' })
      const first = await confirmedLetter(ctx, campaign)
      await deliverLetter(ctx, first.id)
      const waiting = await confirmedLetter(ctx, campaign)
      const elsewhere = await confirmedLetter(ctx, campaign, { constituencyCode: OTHER_SEAT })
      await blocked(ctx, first.id)
      expect(await letterRow(ctx, first.id)).toMatchObject({ state: 'held', heldReason: 'blocked', endedAt: null })
      expect(await lastNote(ctx, first.id)).toBe(`Permanent, General: ${SAID}`)
      expect(await ctx.db.select().from(senderBlocks)).toMatchObject([{ domain: 'parliament.uk', said: SAID }])
      expect(await jobsOf(ctx, 'hold-blocked')).toBe(1)
      expect(await holdBlocked(ctx, 1)).toBe(1)
      expect(await letterRow(ctx, waiting.id)).toMatchObject({ state: 'held', heldReason: 'blocked' })
      const late = await confirmedLetter(ctx, campaign)
      await sendDue(ctx)
      expect(await letterRow(ctx, late.id)).toMatchObject({ state: 'held', heldReason: 'blocked' })
      expect(await letterRow(ctx, elsewhere.id)).toMatchObject({ state: 'accepted' })
      expect(service.taken).toHaveLength(2)
      // Its writer is told where it stays: a day later.
      for (const { id } of [first, waiting, late]) {
        expect(await queued(ctx, 'tell-failed', id)).toEqual([])
        expect(await queued(ctx, 'tell-held', id)).toMatchObject([{ runAt: after(DAY) }])
      }
      await tellHeld(ctx, late.id)
      const told = service.taken.at(-1)
      expect(told).toMatchObject({ to: late.email })
      expect(told?.text.replace(/\s+/g, ' ')).toContain('take no e-mail from this site at present')
    }))

  test('is told to every administrator', () =>
    onCampaign(async (ctx, campaign) => {
      await memberContext(ctx, 'admin', 'admin@example.org')
      const { id } = await confirmedLetter(ctx, campaign)
      await deliverLetter(ctx, id)
      await blocked(ctx, id)
      await alertStaff(ctx)
      const jobs = await queued(ctx, sendAlertJob, 'parliament.uk')
      expect(jobs).toHaveLength(1)
      for (const { payload } of jobs) await sendAlert(ctx, payload)
      const message = service.taken.at(-1)
      expect(message).toMatchObject({ to: 'admin@example.org', subject: 'Our mail is blocked by parliament.uk' })
      expect(message?.text.replace(/\s+/g, ' ')).toContain('blocked using Spamhaus')
    }))

  test('is over when an administrator says to try again: what was held goes, and that is audited', () =>
    onCampaign(async (ctx, campaign) => {
      const admin = await memberContext(ctx, 'admin')
      const sent = await confirmedLetter(ctx, campaign)
      await deliverLetter(ctx, sent.id)
      const waiting = await confirmedLetter(ctx, campaign)
      await blocked(ctx, sent.id)
      await holdBlocked(ctx)
      expect(await blockedDomains(admin)).toMatchObject({ domains: [{ domain: 'parliament.uk', said: SAID }], held: 2 })
      ctx.setNow(after(DAY))
      expect(await releaseBlocked(ctx)).toBe(0)
      expect(await tryDomainAgain(admin, 'parliament.uk')).toBe(true)
      expect(await tryDomainAgain(admin, 'parliament.uk')).toBe(false)
      expect(await jobsOf(ctx, 'release-blocked')).toBe(1)
      expect(await releaseBlocked(ctx, 1)).toBe(2)
      await sendDue(ctx)
      expect(await attemptsAt(ctx, sent.id)).toMatchObject([{ key: sent.id }, { round: 2, outcome: 'accepted' }])
      expect(await attemptsAt(ctx, waiting.id)).toMatchObject([{ outcome: 'accepted' }])
      expect((await letterHistory(ctx, sent.id)).map(({ state, reason }) => reason ?? state)).toContain('unblocked')
      expect(await auditOf(ctx, 'letters.try-again')).toMatchObject([
        { actorKind: 'staff', before: { blockedAt: expect.any(String) } },
      ])
      expect(await blockedDomains(admin)).toEqual({ domains: [], held: 0 })
    }))

  test('that is heard of from before somebody tried again blocks nothing anew: the letter goes on', () =>
    onCampaign(async (ctx, campaign) => {
      const admin = await memberContext(ctx, 'admin')
      const first = await confirmedLetter(ctx, campaign)
      const second = await confirmedLetter(ctx, campaign)
      await sendDue(ctx)
      await blocked(ctx, first.id)
      ctx.setNow(after(HOUR))
      await tryDomainAgain(admin, 'parliament.uk')
      await releaseBlocked(ctx)
      await blocked(ctx, second.id)
      expect(await raisedAlerts(ctx)).not.toContainEqual({ kind: 'blocked', subject: 'parliament.uk' })
      expect(await letterRow(ctx, second.id)).toMatchObject({ state: 'held', heldReason: 'blocked' })
      expect(await releaseBlocked(ctx)).toBe(1)
      await sendDue(ctx)
      expect(await letterRow(ctx, second.id)).toMatchObject({ state: 'accepted', round: 2 })
      // What comes back of the new sending blocks it again.
      await blocked(ctx, second.id)
      expect(await raisedAlerts(ctx)).toContainEqual({ kind: 'blocked', subject: 'parliament.uk' })
    }))

  test('that the service itself answers at once holds too, and ends no letter', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      service.mishaps.push({ status: 422, body: { statusCode: 422, name: 'validation_error', message: SAID } })
      await deliverLetter(ctx, id)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'blocked', acceptedAt: null })
      expect(await ctx.db.select().from(senderBlocks)).toMatchObject([{ domain: 'parliament.uk' }])
      expect(await queued(ctx, 'tell-failed', id)).toEqual([])
    }))

  test('after delivery holds where it is for good; an automatic answer that names a list changes nothing', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      await deliverLetter(ctx, id)
      const providerId = (await attemptsAt(ctx, id))[0]?.providerId ?? null
      await receiveMailEvent(
        ctx,
        'arrived',
        blockOf(providerId, { type: 'email.delivered', bounce: null, permanent: false }),
      )
      await blocked(ctx, id, { bounce: 'returned', permanent: false, report: 'Transient, General' })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'delivered' })
      expect(await ctx.db.$count(senderBlocks)).toBe(0)
      await blocked(ctx, id)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'blocked' })
      // Late word of delivery does not undo what came back for good.
      await receiveMailEvent(
        ctx,
        'again',
        blockOf(providerId, { type: 'email.delivered', bounce: null, permanent: false }),
      )
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'held' })
    }))
})
