import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { mailEvents, supporters, suppressions } from '@/db/schema/index'
import { tablesHolding } from '@/db/testing'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { raisedAlerts } from '@/lib/delivery/alerts/alert-rules'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import { attemptsAt, lastNote } from '@/lib/delivery/ledger/testing'
import { actOnLetter } from '@/lib/delivery/queue/act-on-letter'
import { deliverLetter } from '@/lib/delivery/testing'
import { log } from '@/lib/kernel/log'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { letterHistory } from '@/lib/letters/find'
import { moveLetter } from '@/lib/letters/move'
import {
  confirmedLetter,
  letterRow,
  mailFrom,
  mailTo,
  onCampaign,
  queued,
  VACANT,
  writtenLetter,
} from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { sendConfirmation } from '@/lib/messages/to-writer/confirmation'
import { tellHeld } from '@/lib/messages/to-writer/copy-and-held'
import { tellFailed } from '@/lib/messages/to-writer/failed'
import { purge } from '@/lib/privacy/purge'
import { memberContext } from '@/lib/staff/testing'
import { readMailEvent } from './input'
import { receiveMailEvent } from './receive'

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
  return receiveMailEvent(ctx, id, event)
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
const BLOCK = {
  type: 'Permanent',
  subType: 'General',
  message: 'smtp; 550 5.7.1 Service unavailable; Client host [192.0.2.39] blocked using Spamhaus',
}
const SOFT = { type: 'Transient', subType: 'General', message: '451 try later' }

const BOUNCED = 'email.bounced'
type Told = [type: string, bounce?: Record<string, string>]
/** What is no passing fault for sure, and none for good. */
const RETURNED: Told[] = [
  [BOUNCED, { type: 'Transient', subType: 'General', message: 'The recipient has an automatic response rule.' }],
  [BOUNCED, { type: 'Transient', subType: 'ContentRejected', message: '554 content' }],
  [BOUNCED, { type: 'Transient', subType: 'MessageTooLarge', message: '552 5.3.4 too large' }],
  [BOUNCED, { type: 'Transient', subType: 'AttachmentRejected', message: '554 attachment' }],
  [BOUNCED, { type: 'Undetermined', subType: 'Undetermined', message: '' }],
  [BOUNCED],
  ['email.failed'],
]
const LATER: Told[] = [...RETURNED, [BOUNCED, FULL], ['email.delivery_delayed'], ['email.opened'], ['email.clicked']]

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

  test.each(LATER)('that has arrived stays so, whatever is told of it afterwards: %s', (type, bounce) =>
    onCampaign(async (ctx, campaign) => {
      const { id, email, email_id } = await taken(ctx, campaign)
      await tell(ctx, { type: 'email.delivered', email_id })
      for (let time = 1; time <= 3; time++) {
        ctx.setNow(after(time * DAY))
        await tell(ctx, { type, email_id, ...(bounce && { bounce }) })
        await sendDue(ctx)
      }
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'delivered', round: 1, endedAt: NOON, dueAt: null })
      expect(await mailFrom(email)).toHaveLength(1)
      const noted = (await letterHistory(ctx, id)).filter(({ reason }) => reason === 'noted')
      expect(noted.map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered'])
      expect(await queued(ctx, 'tell-held', id)).toEqual([])
      expect(await queued(ctx, 'tell-failed', id)).toEqual([])
    }),
  )

  test('that has arrived has a bounded history, however many automatic answers come', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email, email_id } = await taken(ctx, campaign)
      await tell(ctx, { type: 'email.delivered', email_id })
      for (let time = 0; time < 50; time++) await tell(ctx, { type: 'email.bounced', email_id, bounce: SOFT })
      expect((await letterHistory(ctx, id)).filter(({ reason }) => reason === 'noted')).toHaveLength(20)
      expect(await ctx.db.$count(mailEvents, eq(mailEvents.letterId, id))).toBe(51)
      expect(await mailFrom(email)).toHaveLength(1)
    }))

  test('that has arrived and then comes back for good has bounced', () =>
    onCampaign(async (ctx, campaign) => {
      for (const [bounce, reason] of [
        [HARD, 'hard-bounce'],
        [{ ...HARD, subType: 'Suppressed' }, 'suppressed'],
        [{ ...FULL, type: 'Permanent' }, 'mailbox-full'],
      ] as const) {
        const { id, email_id } = await taken(ctx, campaign)
        await tell(ctx, { type: 'email.delivered', email_id })
        await tell(ctx, { type: 'email.bounced', email_id, bounce })
        expect(await letterRow(ctx, id)).toMatchObject({ state: 'bounced' })
        expect((await letterHistory(ctx, id)).at(-1)).toMatchObject({ reason })
        expect(await queued(ctx, 'tell-failed', id)).toHaveLength(1)
      }
    }))

  test.each(RETURNED)('of which a fault is told before it is called delivered is held for staff: %s', (type, bounce) =>
    onCampaign(async (ctx, campaign) => {
      const { id, email, email_id } = await taken(ctx, campaign)
      await tell(ctx, { type, email_id, ...(bounce && { bounce }) })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'returned', endedAt: null })
      expect(await lastNote(ctx, id)).toContain(bounce?.subType ?? type.replace('email.', ''))
      expect(await queued(ctx, 'tell-held', id)).toMatchObject([{ runAt: after(HOUR) }])
      await tell(ctx, { type, email_id, ...(bounce && { bounce }) })
      ctx.setNow(after(8 * DAY))
      await sendDue(ctx)
      expect(await mailFrom(email)).toHaveLength(1)
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'held' })
    }),
  )

  test.each(['release', 'send-again', 'fail'] as const)('that is held for such a fault: staff can %s it', (action) =>
    onCampaign(async (ctx, campaign) => {
      const { id, email, email_id } = await taken(ctx, campaign)
      await tell(ctx, { type: 'email.bounced', email_id, bounce: SOFT })
      const staff = await memberContext(ctx, 'admin')
      expect(await actOnLetter(staff, id, { action, reason: 'The office says that it has none' })).toBe(true)
      await sendDue(ctx)
      if (action === 'fail') {
        expect(await letterRow(ctx, id)).toMatchObject({ state: 'failed' })
        return
      }
      expect(await attemptsAt(ctx, id)).toMatchObject([{ key: id }, { key: `${id}/2`, outcome: 'accepted' }])
      expect(await mailFrom(email)).toHaveLength(2)
      // What is still heard of the first sending says nothing about the second.
      for (const bounce of [SOFT, FULL, HARD]) await tell(ctx, { type: 'email.bounced', email_id, bounce })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted', round: 2 })
    }),
  )

  test('whose automatic answer overtakes the word of delivery has arrived all the same', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email, email_id } = await taken(ctx, campaign)
      await tell(ctx, { type: 'email.bounced', email_id, bounce: SOFT })
      await tell(ctx, { type: 'email.delivered', email_id })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'delivered', heldReason: null, round: 1 })
      await tellHeld(ctx, id)
      expect(await mailTo(email)).toEqual([])
    }))

  test('that came back for a full mailbox goes once more, a day later, as a new message, and no third time', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email, email_id } = await taken(ctx, campaign)
      await tell(ctx, { type: 'email.bounced', email_id, bounce: FULL })
      await tell(ctx, { type: 'email.bounced', email_id, bounce: FULL })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'queued', round: 2, dueAt: after(DAY) })
      expect((await letterHistory(ctx, id)).at(-2)).toMatchObject({ state: 'queued', reason: 'mailbox-full' })
      ctx.setNow(after(DAY - 1))
      await sendDue(ctx)
      expect(await mailFrom(email)).toHaveLength(1)
      ctx.setNow(after(DAY))
      await sendDue(ctx)
      expect(await mailFrom(email)).toHaveLength(2)
      expect(await attemptsAt(ctx, id)).toMatchObject([{ key: id }, { key: `${id}/2`, outcome: 'accepted' }])
      await tell(ctx, { type: 'email.bounced', email_id, bounce: HARD })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted' })
      const second = (await attemptsAt(ctx, id)).at(-1)?.providerId ?? ''
      await tell(ctx, { type: 'email.bounced', email_id: second, bounce: FULL })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'bounced' })
      expect((await letterHistory(ctx, id)).at(-1)).toMatchObject({ reason: 'mailbox-full' })
      ctx.setNow(after(9 * DAY))
      await sendDue(ctx)
      expect(await mailFrom(email)).toHaveLength(2)
      expect(await queued(ctx, 'tell-failed', id)).toHaveLength(1)
    }))

  test('that was to go once more does not, when it is told that the first has arrived after all', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email, email_id } = await taken(ctx, campaign)
      await tell(ctx, { type: 'email.bounced', email_id, bounce: FULL })
      await tell(ctx, { type: 'email.delivered', email_id })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'delivered', round: 1, dueAt: null })
      ctx.setNow(after(2 * DAY))
      await sendDue(ctx)
      expect(await mailFrom(email)).toHaveLength(1)
    }))

  test('that the service did not try has bounced, and its writer learns that it never reached the MP’s service', () =>
    onCampaign(async (ctx, campaign) => {
      for (const given of [
        { type: 'email.suppressed' },
        { type: 'email.bounced', bounce: { type: 'Permanent', subType: 'Suppressed', message: 'On the list.' } },
        { type: 'email.bounced', bounce: { type: 'Permanent', subType: 'OnAccountSuppressionList', message: '' } },
      ]) {
        const { id, email, email_id } = await taken(ctx, campaign)
        await tell(ctx, { ...given, email_id })
        expect(await letterRow(ctx, id)).toMatchObject({ state: 'bounced' })
        await tellFailed(ctx, id)
        const text = (await mailTo(email)).at(-1)?.text.replace(/\s+/g, ' ')
        expect(text).toContain('did not try to deliver your letter')
        expect(text).not.toContain('refused')
      }
    }))

  test('that was withdrawn stays withdrawn, and nothing more is written of it', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email_id } = await taken(ctx, campaign)
      await moveLetter(ctx, id, { from: ['accepted'], to: 'withdrawn' })
      const before = (await letterHistory(ctx, id)).length
      for (const [type, bounce] of LATER) await tell(ctx, { type, email_id, ...(bounce && { bounce }) })
      await tell(ctx, { type: 'email.bounced', email_id, bounce: HARD })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'withdrawn' })
      expect(await letterHistory(ctx, id)).toHaveLength(before)
    }))

  test('of which nobody knew whether it was taken, is, when the service speaks of it', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await taken(ctx, campaign)
      const other = await confirmedLetter(ctx, campaign)
      await moveLetter(ctx, other.id, { from: ['queued'], to: 'held', heldReason: 'unsettled' })
      // As the ledger leaves it: an attempt that ended without anyone knowing.
      const { deliveryAttempts } = await import('@/db/schema/index')
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

  test('whose mail service will have nothing from our sender is not stopped for it; administrators are told', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmation(ctx, campaign)
      await tell(ctx, { type: 'email.bounced', tags: { kind: 'confirmation', letter: id }, bounce: BLOCK })
      expect(await ctx.db.$count(suppressions)).toBe(0)
      expect((await raisedAlerts(ctx)).map(({ kind }) => kind)).toEqual(['blocked-writers'])
    }))

  test.each(['confirmation', 'reminder', 'copy', 'held', 'released', 'failed', 'reply'])(
    'is sent nothing again when an automatic answer to their %s comes',
    (kind) =>
      onCampaign(async (ctx, campaign) => {
        const { id, email } = await confirmation(ctx, campaign)
        const sent = (await mailTo(email)).length
        for (const [type, bounce] of LATER)
          await tell(ctx, { type, tags: { kind, letter: id }, ...(bounce && { bounce }) })
        await sendDue(ctx)
        expect(await mailTo(email)).toHaveLength(sent)
        expect(await ctx.db.$count(suppressions)).toBe(0)
        expect(await letterRow(ctx, id)).toMatchObject({ state: 'unconfirmed' })
      }),
  )

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
