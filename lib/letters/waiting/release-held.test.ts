import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { asc, eq, sql } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { letterEvents } from '@/db/schema/index'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import { deliverLetter } from '@/lib/delivery/testing'
import { ChangesTooMuch } from '@/lib/directory/guard/let-in'
import { allSeats } from '@/lib/directory/lookup'
import { importMembers } from '@/lib/directory/members/import'
import { env } from '@/lib/kernel/env'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { letterHistory } from '@/lib/letters/find'
import { moveLetter } from '@/lib/letters/move'
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
import { readMailbox } from '@/lib/mailer/local-mailbox'
import type { TestContext } from '@/lib/mailer/testing/context'
import { tellReleased } from '@/lib/messages/to-writer/released'
import { releaseHeld } from './release-held'

const ann = { memberId: 9001, name: 'Ann Example', party: 'Independent', email: 'ann@example.org' }
const elect = (ctx: TestContext, code: string, email: string | null = ann.email) =>
  importMembers(ctx, [{ code, member: { ...ann, email }, line: 2 }])
const after = (ms: number) => new Date(NOON.getTime() + ms)
const held = async (ctx: TestContext, id: string) => {
  const { state, heldReason } = await letterRow(ctx, id)
  return [state, heldReason]
}

afterEach(() => rm(join(process.env.DATA_DIR ?? '', 'mailbox'), { recursive: true, force: true }))

describe('when a vacant seat gets an MP', () => {
  test('the change of MPs has its letters released', () =>
    onCampaign(async (ctx) => {
      await elect(ctx, VACANT)
      expect(await queued(ctx, 'release-held', '{}')).toHaveLength(1)
    }))

  test('a list that is refused releases nothing: only once it is confirmed do letters go', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      await ctx.db.execute(sql`delete from graphile_worker._private_jobs`)
      const seats = await allSeats(ctx)
      const shifted = seats.map(({ code }, at) => {
        const { mp = null } = seats[(at + 1) % seats.length] ?? {}
        const { memberId, name, party, email } = mp ?? ann
        return { code, member: mp && { memberId, name, party, email }, line: at }
      })
      await expect(importMembers(ctx, shifted)).rejects.toBeInstanceOf(ChangesTooMuch)
      expect(await queued(ctx, 'release-held', '{}')).toEqual([])
      expect([await releaseHeld(ctx), await held(ctx, id)]).toEqual([0, ['held', 'vacant']])
      await importMembers(ctx, shifted, 'confirm')
      expect(await queued(ctx, 'release-held', '{}')).toHaveLength(1)
    }))

  test('a letter that was held goes to the new MP, by their name, and its writer is told and gets a copy', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      expect(await held(ctx, id)).toEqual(['held', 'vacant'])
      ctx.setNow(new Date(NOON.getTime() + HOUR))
      await elect(ctx, VACANT)
      expect(await releaseHeld(ctx)).toBe(1)
      expect(await held(ctx, id)).toEqual(['queued', null])
      expect((await letterHistory(ctx, id)).at(-1)).toEqual({ state: 'queued', reason: 'has-mp', at: ctx.now() })
      expect(await queued(ctx, 'tell-released', id)).toHaveLength(1)

      await tellReleased(ctx, id)
      const [told] = await mailTo(email)
      expect(told?.subject).toBe('There is an MP: your letter goes to Ann Example MP')
      expect(told?.text).toContain('There is an MP for Holborn and St Pancras now: Ann Example MP.')
      expect(told?.text).toMatch(/\/letters\/[\w-]+/)

      await deliverLetter(ctx, id)
      const [sent] = await mailFrom(email)
      expect(sent?.to).toBe('ann@example.org')
      expect(sent?.text).toMatch(/^Dear Ann Example,\n/)
      // Told once, however often the job runs.
      await tellReleased(ctx, id)
      expect(await mailTo(email)).toHaveLength(1)
    }))

  test('nothing is released a second time, nor where nobody sits yet', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      expect(await releaseHeld(ctx)).toBe(0)
      expect(await held(ctx, id)).toEqual(['held', 'vacant'])
      await elect(ctx, VACANT)
      expect([await releaseHeld(ctx), await releaseHeld(ctx)]).toEqual([1, 0])
    }))

  test('letters go in batches, in the order of confirming', () =>
    onCampaign(async (ctx, campaign) => {
      const ids: string[] = []
      const emails: string[] = []
      for (let count = 0; count < 7; count += 1) {
        ctx.setNow(new Date(NOON.getTime() + count * 1000))
        const { id, email } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
        ids.push(id)
        emails.push(email)
      }
      await elect(ctx, VACANT)
      expect(await releaseHeld(ctx, 3)).toBe(7)
      const released = await ctx.db
        .select({ id: letterEvents.letterId })
        .from(letterEvents)
        .where(eq(letterEvents.reason, 'has-mp'))
        .orderBy(asc(letterEvents.id))
      expect(released.map(({ id }) => id)).toEqual(ids)
      await sendDue(ctx)
      const sent = (await readMailbox(env())).reverse().map(({ replyTo }) => replyTo)
      expect(sent).toEqual(emails)
    }))

  test('who gives no e-mail, its letters wait for that first, and then their writers are told how to post them', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      await elect(ctx, VACANT, null)
      expect(await releaseHeld(ctx)).toBe(0)
      expect(await held(ctx, id)).toEqual(['held', 'no-address-yet'])
      expect(await queued(ctx, 'tell-held', id)).toHaveLength(2)
      ctx.setNow(after(7 * DAY))
      expect(await releaseHeld(ctx)).toBe(0)
      expect(await held(ctx, id)).toEqual(['held', 'no-email'])
      expect((await letterHistory(ctx, id)).at(-1)).toMatchObject({ state: 'held', reason: 'no-email' })
      expect(await queued(ctx, 'tell-held', id)).toHaveLength(3)
      expect(await queued(ctx, 'tell-released', id)).toEqual([])
    }))

  test('and loses them again before the writer is told, nothing wrong is said', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      await elect(ctx, VACANT)
      await releaseHeld(ctx)
      await changeMp(ctx, VACANT, null)
      await tellReleased(ctx, id)
      expect(await readMailbox(env())).toEqual([])
      await deliverLetter(ctx, id)
      expect(await held(ctx, id)).toEqual(['held', 'vacant'])
    }))
})

test('letters that are held for another reason stay', () =>
  onCampaign(async (ctx, campaign) => {
    const noEmail = await confirmedLetter(ctx, campaign, { constituencyCode: NO_EMAIL })
    const stopped = await Promise.all(
      (['staff', 'abuse'] as const).map(async (heldReason) => {
        const { id } = await confirmedLetter(ctx, campaign)
        await moveLetter(ctx, id, { from: ['queued'], to: 'held', heldReason })
        return id
      }),
    )
    expect(await releaseHeld(ctx)).toBe(0)
    const states = await Promise.all([noEmail.id, ...stopped].map((id) => held(ctx, id)))
    expect(states).toEqual([
      ['held', 'no-email'],
      ['held', 'staff'],
      ['held', 'abuse'],
    ])
  }))

test('while Parliament is dissolved letters are held for that, those that wait too, and go to the next MP', () =>
  onCampaign(async (ctx, campaign) => {
    const waiting = await confirmedLetter(ctx, campaign)
    await ctx.db.execute(sql`update mps set until = ${ctx.now().toISOString()}::timestamptz where until is null`)
    const signed = await confirmedLetter(ctx, campaign)
    await deliverLetter(ctx, waiting.id)
    for (const { id } of [waiting, signed]) {
      expect(await held(ctx, id)).toEqual(['held', 'dissolved'])
      expect(await queued(ctx, 'tell-held', id)).toHaveLength(1)
    }
    await elect(ctx, WESTMINSTER)
    expect(await releaseHeld(ctx)).toBe(2)
  }))
