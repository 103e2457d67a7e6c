import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { mps } from '@/db/schema/index'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import { letterFilter } from '@/lib/delivery/queue/filter'
import { findLetters } from '@/lib/delivery/queue/find-letters'
import { deliverLetter } from '@/lib/delivery/testing'
import { importMembers } from '@/lib/directory/members/import'
import { seatCounts } from '@/lib/directory/seat-counts'
import { allSeats } from '@/lib/directory/seats'
import { undoLast } from '@/lib/directory/undo/undo-last'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { heldByReason } from '@/lib/letters/count-by-state'
import { letterHistory } from '@/lib/letters/find'
import { markSentByWriter } from '@/lib/letters/printed/sent-by-writer'
import { whyNotEmailed, whyNotEmailedThere } from '@/lib/letters/printed/why-not-emailed'
import {
  changeMp,
  confirmedLetter,
  letterRow,
  mailFrom,
  mailTo,
  NO_EMAIL,
  onCampaign,
  queued,
  VACANT,
  WESTMINSTER,
} from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { tellHeld } from '@/lib/messages/to-writer/copy-and-held'
import { tellReleased } from '@/lib/messages/to-writer/released'
import { setSwitch } from '@/lib/staff/set-switch'
import { memberContext } from '@/lib/staff/testing'
import { releaseHeld } from './release-held'

const after = (ms: number) => new Date(NOON.getTime() + ms)
const ANN = 'ann@example.org'

/** Ann is listed for a seat, with an address or without; Bob in her place where he is named. */
function list(ctx: TestContext, code: string, email: string | null, name = 'Ann Example') {
  const member = { memberId: name === 'Ann Example' ? 9001 : 9002, name, party: 'Independent', email }
  return importMembers(ctx, [{ code, member, line: 2 }])
}

async function held(ctx: TestContext, id: string) {
  const { state, heldReason } = await letterRow(ctx, id)
  return heldReason ?? state
}

const textOf = (mail: { text: string } | undefined) => mail?.text.replace(/\s+/g, ' ') ?? ''

afterEach(() => rm(join(process.env.DATA_DIR ?? '', 'mailbox'), { recursive: true, force: true }))

describe('a letter to an MP whose address is no longer listed', () => {
  /** Ann is listed long ago with an address, which is gone from then on. */
  async function gone(ctx: TestContext) {
    await list(ctx, VACANT, ANN)
    ctx.setNow(after(30 * DAY))
    await list(ctx, VACANT, null)
  }

  test('waits, its writer is told why and until when, and goes by itself when the address is back', () =>
    onCampaign(async (ctx, campaign) => {
      await gone(ctx)
      ctx.setNow(after(32 * DAY))
      const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      expect(await held(ctx, id)).toBe('no-address-yet')
      expect(await seatCounts(ctx)).toMatchObject({ awaited: 1 })
      await tellHeld(ctx, id)
      const [told] = await mailTo(email)
      expect(told?.subject).toBe('Your letter waits for your MP’s e-mail address')
      expect(textOf(told)).toContain('The e-mail address of Ann Example MP is not listed at present.')
      expect(textOf(told)).not.toContain('only just been listed')
      await list(ctx, VACANT, ANN)
      expect(await releaseHeld(ctx)).toBe(1)
      await deliverLetter(ctx, id)
      expect(await mailFrom(email)).toMatchObject([{ to: ANN }])
    }))

  test('is laid out to post seven days after it went, counted anew each time that it goes', () =>
    onCampaign(async (ctx, campaign) => {
      await gone(ctx)
      const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      // What is still missing is not missing anew.
      ctx.setNow(after(36 * DAY))
      await list(ctx, VACANT, null)
      ctx.setNow(after(37 * DAY))
      await releaseHeld(ctx)
      expect(await held(ctx, id)).toBe('no-email')
      await list(ctx, VACANT, ANN)
      ctx.setNow(after(40 * DAY))
      await list(ctx, VACANT, null)
      const late = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      expect(await held(ctx, late.id)).toBe('no-address-yet')
    }))

  test('waits no longer for an undo, which brings back since when it is gone', () =>
    onCampaign(async (ctx, campaign) => {
      await gone(ctx)
      ctx.setNow(after(38 * DAY))
      await list(ctx, VACANT, ANN)
      await undoLast(ctx, 'members')
      const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      expect(await held(ctx, id)).toBe('no-email')
    }))
})

describe('a letter to an MP who was listed only lately, without an address', () => {
  test('waits, its writer is told until when, and goes by itself when the address is listed', () =>
    onCampaign(async (ctx, campaign) => {
      await list(ctx, VACANT, null)
      ctx.setNow(after(2 * DAY))
      const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      expect(await held(ctx, id)).toBe('no-address-yet')
      await tellHeld(ctx, id)
      const [told] = await mailTo(email)
      expect(told?.subject).toBe('Your letter waits for your MP’s e-mail address')
      expect(textOf(told)).toContain('Ann Example MP has only just been listed as the MP for Holborn and St Pancras')
      // Seven days after she was listed, not after the letter was confirmed.
      expect(textOf(told)).toContain('If there is none by 17 November 2026, we lay your letter out')
      expect(textOf(told)).not.toContain('SW1A 0AA')

      ctx.setNow(after(3 * DAY))
      await list(ctx, VACANT, ANN)
      expect(await queued(ctx, 'release-held', '{}')).toHaveLength(1)
      expect([await releaseHeld(ctx), await releaseHeld(ctx)]).toEqual([1, 0])
      expect((await letterHistory(ctx, id)).at(-1)).toMatchObject({ state: 'queued', reason: 'has-address' })
      await tellReleased(ctx, id)
      const released = (await mailTo(email)).at(-1)
      expect(released?.subject).toBe('There is an e-mail address: your letter is on its way')
      expect(textOf(released)).toContain('was kept until then')
      await deliverLetter(ctx, id)
      expect(await mailFrom(email)).toMatchObject([{ to: ANN }])
    }))

  test('is laid out to post seven days after the MP was listed, and not before; its writer is told once', () =>
    onCampaign(async (ctx, campaign) => {
      await list(ctx, VACANT, null)
      const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      ctx.setNow(after(7 * DAY - 1))
      expect(await releaseHeld(ctx)).toBe(0)
      expect(await held(ctx, id)).toBe('no-address-yet')
      ctx.setNow(after(7 * DAY))
      await releaseHeld(ctx)
      await releaseHeld(ctx)
      expect(await held(ctx, id)).toBe('no-email')
      await tellHeld(ctx, id)
      await tellHeld(ctx, id)
      const mail = await mailTo(email)
      expect(mail.map(({ subject }) => subject)).toEqual(['Please post your letter to Ann Example MP'])
      expect(textOf(mail[0])).toContain('has waited for an e-mail address of Ann Example MP, and none has been listed')
      // Whoever writes from then on is asked to post it at once.
      const late = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      expect(await held(ctx, late.id)).toBe('no-email')
    }))

  test('goes to whoever sits when the address is there, and to nobody else', () =>
    onCampaign(async (ctx, campaign) => {
      await list(ctx, VACANT, null)
      const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      ctx.setNow(after(5 * DAY))
      await list(ctx, VACANT, null, 'Bob Example')
      // His seven days begin when he is listed.
      ctx.setNow(after(8 * DAY))
      await releaseHeld(ctx)
      expect(await held(ctx, id)).toBe('no-address-yet')
      await list(ctx, VACANT, 'bob@example.org', 'Bob Example')
      await releaseHeld(ctx)
      await deliverLetter(ctx, id)
      const sent = await mailFrom(email)
      expect(sent.map(({ to }) => to)).toEqual(['bob@example.org'])
      expect(sent[0]?.text).toMatch(/^Dear Bob Example,/)
    }))

  test('waits for the next MP where this one is gone again, and says so', () =>
    onCampaign(async (ctx, campaign) => {
      await list(ctx, VACANT, null)
      const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      await changeMp(ctx, VACANT, null)
      await releaseHeld(ctx)
      expect(await held(ctx, id)).toBe('vacant')
      await tellHeld(ctx, id)
      expect((await mailTo(email)).at(-1)?.subject).toBe('Your letter is kept until there is an MP')
      await ctx.db.update(mps).set({ until: ctx.now() }).where(sql`${mps.until} is null`)
      // Whether only this seat has no MP or none has one is the same to it: nobody is told twice.
      await releaseHeld(ctx)
      expect(await held(ctx, id)).toBe('vacant')
    }))

  test('is held for the dissolution of Parliament where that comes first', () =>
    onCampaign(async (ctx, campaign) => {
      await list(ctx, VACANT, null)
      const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      await ctx.db.update(mps).set({ until: ctx.now() }).where(sql`${mps.until} is null`)
      await releaseHeld(ctx)
      expect(await held(ctx, id)).toBe('dissolved')
    }))

  test('waits again where the address is gone before the letter went, and is sent once in the end', () =>
    onCampaign(async (ctx, campaign) => {
      await list(ctx, VACANT, null)
      const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      await list(ctx, VACANT, ANN)
      await releaseHeld(ctx)
      await list(ctx, VACANT, null)
      await deliverLetter(ctx, id)
      expect(await held(ctx, id)).toBe('no-address-yet')
      await tellReleased(ctx, id)
      expect(await mailTo(email)).toEqual([])
      await list(ctx, VACANT, ANN)
      await releaseHeld(ctx)
      await sendDue(ctx)
      await sendDue(ctx)
      expect(await mailFrom(email)).toMatchObject([{ to: ANN }])
      expect(await releaseHeld(ctx)).toBe(0)
    }))

  test('is released while sending is switched off, and goes only when that is on again', () =>
    onCampaign(async (ctx, campaign) => {
      const admin = await memberContext(ctx, 'admin')
      await list(ctx, VACANT, null)
      const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      await setSwitch(admin, { name: 'sending', on: false })
      await list(ctx, VACANT, ANN)
      expect(await releaseHeld(ctx)).toBe(1)
      await sendDue(ctx)
      expect([await held(ctx, id), await mailFrom(email)]).toEqual(['queued', []])
      await setSwitch(admin, { name: 'sending', on: true })
      await sendDue(ctx)
      expect(await mailFrom(email)).toHaveLength(1)
    }))

  test('is not released once it has waited as long as a letter may', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      ctx.setNow(after(179 * DAY))
      await list(ctx, VACANT, null)
      await releaseHeld(ctx)
      expect(await held(ctx, id)).toBe('no-address-yet')
      ctx.setNow(after(180 * DAY))
      await list(ctx, VACANT, ANN)
      expect(await releaseHeld(ctx)).toBe(0)
      expect(await held(ctx, id)).toBe('no-address-yet')
    }))
})

describe('a letter that waits to be posted', () => {
  test('goes too when an address is listed, and its writer hears that they need not post it', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: NO_EMAIL })
      await tellHeld(ctx, id)
      expect(textOf((await mailTo(email))[0])).toContain('Until you do, we send it by e-mail as soon as')
      const [mp] = await ctx.db.select().from(mps).where(eq(mps.constituencyCode, NO_EMAIL))
      if (!mp) throw new Error('Nobody sits there.')
      await importMembers(ctx, [{ code: NO_EMAIL, member: { ...mp, email: 'julian@example.org' }, line: 2 }])
      expect(await releaseHeld(ctx)).toBe(1)
      await tellReleased(ctx, id)
      expect(textOf((await mailTo(email)).at(-1))).toContain('You need not post it any more')
      await deliverLetter(ctx, id)
      expect(await mailFrom(email)).toMatchObject([{ to: 'julian@example.org' }])
    }))

  test('does not where its writer has said that they have sent it', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: NO_EMAIL })
      await markSentByWriter(ctx, id, 'post')
      await changeMp(ctx, NO_EMAIL, { name: 'Ann Example', email: ANN })
      expect(await releaseHeld(ctx)).toBe(0)
      await sendDue(ctx)
      expect([await held(ctx, id), await mailFrom(email)]).toEqual(['by-writer', []])
    }))

  test('cannot be said to be sent by its writer once it has been released', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: NO_EMAIL })
      await changeMp(ctx, NO_EMAIL, { name: 'Ann Example', email: ANN })
      await releaseHeld(ctx)
      expect(await markSentByWriter(ctx, id, 'post')).toBe(false)
    }))

  test('waits first where somebody new is listed for the seat without an address', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: NO_EMAIL })
      await list(ctx, NO_EMAIL, null)
      await releaseHeld(ctx)
      expect(await held(ctx, id)).toBe('no-address-yet')
    }))
})

test('nothing is told of an address that is waited for where there is one by then', () =>
  onCampaign(async (ctx, campaign) => {
    await list(ctx, VACANT, null)
    const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
    await list(ctx, VACANT, ANN)
    await tellHeld(ctx, id)
    expect(await mailTo(email)).toEqual([])
  }))

test('a page and a statement judge every seat alike, to the moment', () =>
  onCampaign(async (ctx) => {
    await list(ctx, VACANT, null)
    for (const at of [after(0), after(HOUR), after(7 * DAY - 1), after(7 * DAY), after(30 * DAY)]) {
      const rows = await ctx.db.execute<{ code: string; why: string | null }>(sql`
        select constituencies.code, ${whyNotEmailedThere(at)} as why
        from constituencies left join mps on mps.constituency_code = constituencies.code and mps.until is null`)
      const there = new Map(rows.map(({ code, why }) => [code, why]))
      const here = (await allSeats(ctx)).map((seat) => [seat.code, whyNotEmailed(seat, at)] as const)
      expect(here).toHaveLength(650)
      expect(here.filter(([code, why]) => there.get(code) !== why)).toEqual([])
      expect([there.get(WESTMINSTER), there.get(NO_EMAIL)]).toEqual([null, 'no-email'])
    }
  }))

test('staff see which letters wait for an address, and how many', () =>
  onCampaign(async (ctx, campaign) => {
    const admin = await memberContext(ctx, 'admin')
    await list(ctx, VACANT, null)
    const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
    await confirmedLetter(ctx, campaign, { constituencyCode: NO_EMAIL })
    await confirmedLetter(ctx, campaign)
    expect((await heldByReason(ctx)).filter(({ letters }) => letters > 0)).toEqual([
      { reason: 'no-address-yet', letters: 1 },
      { reason: 'no-email', letters: 1 },
    ])
    const found = await findLetters(admin, letterFilter.parse({ held: 'no-address-yet' }), 10)
    expect(found).toMatchObject({ letters: [{ id, heldReason: 'no-address-yet' }] })
  }))

test('staff see how many MPs are waited for', () =>
  onCampaign(async (ctx) => {
    const { withoutEmail } = await seatCounts(ctx)
    await list(ctx, VACANT, null)
    expect(await seatCounts(ctx)).toMatchObject({ withoutEmail: withoutEmail + 1, awaited: 1 })
    ctx.setNow(after(7 * DAY))
    expect(await seatCounts(ctx)).toMatchObject({ withoutEmail: withoutEmail + 1, awaited: 0 })
  }))
