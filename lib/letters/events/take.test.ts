import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { mailEvents, supporters, suppressions } from '@/db/schema'
import { type TestContext, tablesHolding } from '@/db/testing'
import type { LiveCampaign } from '../../campaigns/find'
import { log } from '../../kernel/log'
import { purge } from '../../privacy/purge'
import { deliverLetter } from '../deliver'
import { sendDue } from '../delivery/send-due'
import { attemptsAt, lastNote } from '../delivery/testing'
import { letterHistory } from '../find'
import { moveLetter } from '../move'
import { sendConfirmation } from '../send-confirmation'
import { tellFailed } from '../tell-failed'
import {
  confirmedLetter,
  DAY,
  HOUR,
  letterRow,
  mailFrom,
  mailTo,
  NOON,
  onCampaign,
  queued,
  VACANT,
  writtenLetter,
} from '../testing'
import { readMailEvent } from './input'
import { takeMailEvent } from './take'

vi.hoisted(() => {
  process.env.SEND_HOURS = '00:00-24:00'
})
log.level = 'silent'
afterEach(() => vi.restoreAllMocks())

const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds)
type Given = { type: string; email_id?: string; tags?: Record<string, string>; bounce?: Record<string, string> }

function tell(ctx: TestContext, { type, ...data }: Given, id: string = crypto.randomUUID()) {
  const event = readMailEvent({ type, created_at: ctx.now().toISOString(), data: { to: ['x@example.org'], ...data } })
  if (!event) throw new Error('It is no event.')
  return takeMailEvent(ctx, id, event)
}

/** A letter that the mail service took, and the service's id for it. */
async function taken(ctx: TestContext, campaign: LiveCampaign) {
  const letter = await confirmedLetter(ctx, campaign)
  await deliverLetter(ctx, letter.id)
  const [attempt] = await attemptsAt(ctx, letter.id)
  return { ...letter, email_id: attempt?.providerId ?? '' }
}

const HARD = { type: 'Permanent', subType: 'General', message: '550 5.1.1 <mp@example.org> user unknown' }
const FULL = { type: 'Transient', subType: 'MailboxFull', message: '452 4.2.2 mailbox full' }
const SOFT = { type: 'Transient', subType: 'General', message: '451 try later' }

describe('a letter', () => {
  test('is delivered when the service says so, once, however often it says it', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email_id } = await taken(ctx, campaign)
      ctx.setNow(after(HOUR))
      expect(await tell(ctx, { type: 'email.sent', email_id })).toBe('kept')
      expect(await tell(ctx, { type: 'email.delivered', email_id }, 'one')).toBe('applied')
      expect(await tell(ctx, { type: 'email.delivered', email_id }, 'one')).toBe('repeated')
      expect(await tell(ctx, { type: 'email.delivered', email_id }, 'two')).toBe('kept')
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'delivered', endedAt: after(HOUR) })
      expect((await letterHistory(ctx, id)).filter(({ state }) => state === 'delivered')).toHaveLength(1)
    }))

  test('that comes back for good has bounced, and its writer learns the true reason and gets the text', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email, email_id } = await taken(ctx, campaign)
      await tell(ctx, { type: 'email.bounced', email_id, bounce: HARD })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'bounced', endedAt: NOON })
      expect(await lastNote(ctx, id)).toBe('550 5.1.1 <…> user unknown')
      expect(await queued(ctx, 'tell-failed', id)).toHaveLength(1)
      await tellFailed(ctx, id)
      const message = (await mailTo(email)).find(({ subject }) => subject.includes('did not arrive'))
      expect(message?.text.replace(/\s+/g, ' ')).toContain('there is no such mailbox')
      expect(message?.text).toContain('550 5.1.1')
      expect(message?.text).toContain('My own grandmother fled.')
    }))

  test('is the same in the end whatever the order: a late word of delivery does not undo a bounce', () =>
    onCampaign(async (ctx, campaign) => {
      const first = await taken(ctx, campaign)
      const second = await taken(ctx, campaign)
      await tell(ctx, { type: 'email.delivered', email_id: first.email_id })
      await tell(ctx, { type: 'email.bounced', email_id: first.email_id, bounce: HARD })
      await tell(ctx, { type: 'email.bounced', email_id: second.email_id, bounce: HARD })
      await tell(ctx, { type: 'email.delivered', email_id: second.email_id })
      for (const { id } of [first, second]) expect(await letterRow(ctx, id)).toMatchObject({ state: 'bounced' })
    }))

  test.each([
    ['the mailbox is full', FULL, 'mailbox-full'],
    ['it came back for now', SOFT, 'soft-bounce'],
  ])('is sent again, as a new message, when %s', (_what, bounce, reason) =>
    onCampaign(async (ctx, campaign) => {
      const { id, email, email_id } = await taken(ctx, campaign)
      await tell(ctx, { type: 'email.bounced', email_id, bounce })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'queued', round: 2 })
      expect((await letterHistory(ctx, id)).at(-1)).toMatchObject({ state: 'queued', reason })
      await sendDue(ctx)
      expect(await mailFrom(email)).toHaveLength(1)
      ctx.setNow(after(60_000))
      await sendDue(ctx)
      expect(await mailFrom(email)).toHaveLength(2)
      expect(await attemptsAt(ctx, id)).toMatchObject([{ key: id }, { key: `${id}/2`, outcome: 'accepted' }])
      // What is still heard of the first sending says nothing about the second.
      await tell(ctx, { type: 'email.bounced', email_id, bounce: HARD })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted' })
      expect(await queued(ctx, 'send-copy', id)).toHaveLength(1)
    }),
  )

  test('that comes back for now through a week is given up, and its writer is told', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await taken(ctx, campaign)
      for (let day = 0; day < 7; day++) {
        ctx.setNow(after(day * DAY))
        await sendDue(ctx)
        const email_id = (await attemptsAt(ctx, id)).at(-1)?.providerId ?? ''
        await tell(ctx, { type: 'email.bounced', email_id, bounce: FULL })
        expect(await letterRow(ctx, id)).toMatchObject({ state: 'queued' })
      }
      ctx.setNow(after(7 * DAY))
      await sendDue(ctx)
      const email_id = (await attemptsAt(ctx, id)).at(-1)?.providerId ?? ''
      await tell(ctx, { type: 'email.bounced', email_id, bounce: FULL })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'bounced' })
      expect(await queued(ctx, 'tell-failed', id)).toHaveLength(1)
    }))

  test('of which nobody knew whether it was taken, is, when the service speaks of it', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await taken(ctx, campaign)
      const other = await confirmedLetter(ctx, campaign)
      await moveLetter(ctx, other.id, { from: ['queued'], to: 'held', heldReason: 'unsettled' })
      // As the ledger leaves it: an attempt that ended without anyone knowing.
      const { deliveryAttempts } = await import('@/db/schema')
      const [one] = await ctx.db.select().from(deliveryAttempts).where(eq(deliveryAttempts.letterId, id))
      if (!one) throw new Error('There is no attempt.')
      await ctx.db
        .insert(deliveryAttempts)
        .values({ ...one, id: undefined, place: 1, letterId: other.id, outcome: 'unsettled', providerId: null })
      await tell(ctx, {
        type: 'email.delivered',
        email_id: 'new',
        tags: { kind: 'letter', letter: other.id, round: '1' },
      })
      expect(await letterRow(ctx, other.id)).toMatchObject({ state: 'delivered', heldReason: null })
      expect((await letterHistory(ctx, other.id)).map(({ state }) => state)).toEqual([
        'unconfirmed',
        'queued',
        'held',
        'accepted',
        'delivered',
      ])
    }))

  test('that an office reports as unwanted stays as it is; it is noted, and staff are to be told', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email_id } = await taken(ctx, campaign)
      await tell(ctx, { type: 'email.complained', email_id })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted', complainedAt: NOON })
      expect((await letterHistory(ctx, id)).at(-1)).toMatchObject({ state: 'accepted', reason: 'complained' })
      expect(await ctx.db.$count(suppressions)).toBe(0)
    }))

  test('is not touched by tags that name none', () =>
    onCampaign(async (ctx, campaign) => {
      await taken(ctx, campaign)
      for (const letter of ['no-id', crypto.randomUUID(), "'; drop table letters; --"])
        expect(await tell(ctx, { type: 'email.bounced', tags: { kind: 'letter', letter }, bounce: HARD })).toBe('kept')
    }))
})

describe('a writer', () => {
  const confirmation = async (ctx: TestContext, campaign: LiveCampaign) => {
    const letter = await writtenLetter(ctx, campaign, { email: 'zuleika@example.org' })
    await sendConfirmation(ctx, letter.id, false)
    return letter
  }

  test('whose confirmation comes back is marked, gets no reminder, and is purged like anyone unconfirmed', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, supporterId, email } = await confirmation(ctx, campaign)
      await tell(ctx, { type: 'email.bounced', tags: { kind: 'confirmation', letter: id }, bounce: HARD })
      const [row] = await ctx.db
        .select({ at: supporters.bouncedAt })
        .from(supporters)
        .where(eq(supporters.id, supporterId))
      expect(row?.at).toEqual(NOON)
      ctx.setNow(after(DAY))
      await sendConfirmation(ctx, id, true)
      expect(await mailTo(email)).toHaveLength(1)
      ctx.setNow(after(7 * DAY))
      await purge(ctx)
      expect(await ctx.db.$count(supporters, eq(supporters.id, supporterId))).toBe(0)
      expect(await tablesHolding(ctx, 'zuleika')).toEqual([])
    }))

  test('whose mailbox is only full stays as they were', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmation(ctx, campaign)
      await tell(ctx, { type: 'email.bounced', tags: { kind: 'confirmation', letter: id }, bounce: FULL })
      expect(await ctx.db.$count(suppressions)).toBe(0)
    }))

  test('who complains gets no more mail, under whatever spelling of the address', () =>
    onCampaign(async (ctx, campaign) => {
      const first = await writtenLetter(ctx, campaign, { email: 'zu.leika@gmail.com' })
      // The same address, for another seat: those updates end as well.
      await writtenLetter(ctx, campaign, { email: 'zuleika@gmail.com', constituencyCode: VACANT })
      await sendConfirmation(ctx, first.id, false)
      await tell(ctx, { type: 'email.complained', tags: { kind: 'confirmation', letter: first.id } })
      const again = await writtenLetter(ctx, campaign, { email: 'Zuleika+x@googlemail.com' })
      await sendConfirmation(ctx, again.id, false)
      expect(await mailTo('Zuleika+x@googlemail.com')).toEqual([])
      expect(await ctx.db.select({ reason: suppressions.reason }).from(suppressions)).toEqual([
        { reason: 'complained' },
      ])
      expect(await tablesHolding(ctx, 'zuleika')).toEqual([])
      const left = await ctx.db.select({ at: supporters.unsubscribedAt }).from(supporters)
      expect(left.map(({ at }) => at)).toEqual([NOON, NOON, null])
    }))
})

test('nothing that is kept of events names anybody', () =>
  onCampaign(async (ctx, campaign) => {
    const { email_id } = await taken(ctx, campaign)
    await tell(ctx, { type: 'email.bounced', email_id, bounce: HARD })
    expect(JSON.stringify(await ctx.db.select().from(mailEvents))).not.toContain('@')
  }))
