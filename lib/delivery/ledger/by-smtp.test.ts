import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { deliverLetter } from '@/lib/delivery/testing'
import { log } from '@/lib/kernel/log'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR, MINUTE } from '@/lib/kernel/time/durations'
import { letterHistory } from '@/lib/letters/find'
import { confirmedLetter, letterRow, onCampaign as onAnyCampaign, queued } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { playSmtp } from '@/lib/mailer/testing/play-smtp'
import { sendDue } from './send-due'
import { attemptsAt, lastNote } from './testing'

vi.hoisted(() => {
  Object.assign(process.env, { MAIL_FROM: 'letters@example.org', OPERATOR_NAME: 'Example', SEND_HOURS: '00:00-24:00' })
})

const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds)
let server: Awaited<ReturnType<typeof playSmtp>>

beforeAll(() => {
  log.level = 'silent'
})
beforeEach(async () => {
  server = await playSmtp()
})
afterEach(() => server.close())

/**
 * Tries a letter whenever its turn is, to the end. Between the first day and the last hours nothing is tried, as where
 * no worker runs: a try in the middle of the week differs from its neighbours in nothing.
 */
async function triedForAWeek(ctx: TestContext, id: string): Promise<void> {
  const [firstDay, lastHours] = [after(DAY), after(7 * DAY - 12 * HOUR)]
  for (let next: Date | null = NOON; next; ) {
    ctx.setNow(next > firstDay && next < lastHours ? lastHours : next)
    next = await deliverLetter(ctx, id)
  }
}

const onCampaign = (work: Parameters<typeof onAnyCampaign>[0]) => onAnyCampaign(work, { env: { smtpUrl: server.url } })

test('a server that greylists gets the letter a minute later, and it goes once', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await confirmedLetter(ctx, campaign)
    server.refuseRecipient = { code: 451, text: 'Greylisted, come back later' }
    expect(await deliverLetter(ctx, id)).toEqual(after(MINUTE))
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'sending', tries: 1, triedSince: NOON })
    server.refuseRecipient = null
    await sendDue(ctx)
    expect(server.taken).toEqual([])
    ctx.setNow(after(MINUTE))
    await sendDue(ctx)
    expect(server.taken).toMatchObject([{ to: ['rachel.blake.mp@parliament.uk'] }])
    expect(await attemptsAt(ctx, id)).toMatchObject([
      { transport: 'smtp', outcome: 'later', reason: expect.stringContaining('Greylisted') },
      { outcome: 'accepted' },
    ])
  }))

test('one that greylists for a week is tried to its end; then the letter has failed', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await confirmedLetter(ctx, campaign)
    server.refuseRecipient = { code: 451, text: 'Greylisted' }
    await triedForAWeek(ctx, id)
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'failed', endedAt: after(7 * DAY) })
    expect((await letterHistory(ctx, id)).at(-1)).toMatchObject({ reason: 'gave-up' })
    expect(await lastNote(ctx, id)).toContain('Greylisted')
    expect(await queued(ctx, 'tell-failed', id)).toHaveLength(1)
  }))

test('one that has no such mailbox ends it at once, with its own words', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await confirmedLetter(ctx, campaign)
    server.refuseRecipient = { code: 550, text: '5.1.1 No such user' }
    expect(await deliverLetter(ctx, id)).toBeNull()
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'failed' })
    expect(await lastNote(ctx, id)).toContain('5.1.1 No such user')
  }))

test('one that breaks off when it has the text leaves the letter to staff: SMTP has no keys to ask again by', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await confirmedLetter(ctx, campaign)
    server.breakOff = 'after-text'
    await deliverLetter(ctx, id)
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'unsettled' })
    server.breakOff = null
    ctx.setNow(after(DAY))
    await sendDue(ctx)
    expect(server.taken).toHaveLength(1)
  }))

test('one that will have nothing from our sender holds the letter, and does not end it', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await confirmedLetter(ctx, campaign)
    server.refuseRecipient = { code: 554, text: '5.7.1 Client host [192.0.2.39] blocked using zen.spamhaus.org' }
    await deliverLetter(ctx, id)
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'blocked' })
    expect(await lastNote(ctx, id)).toContain('spamhaus')
    expect(await queued(ctx, 'tell-failed', id)).toEqual([])
    server.refuseRecipient = null
    const next = await confirmedLetter(ctx, campaign)
    await sendDue(ctx)
    expect(await letterRow(ctx, next.id)).toMatchObject({ state: 'held', heldReason: 'blocked' })
  }))

test('one that says so for a week, for now each time, holds the letter in the end', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await confirmedLetter(ctx, campaign)
    server.refuseRecipient = { code: 451, text: '4.7.1 Client host [192.0.2.39] blocked using zen.spamhaus.org' }
    await triedForAWeek(ctx, id)
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'blocked' })
  }))
