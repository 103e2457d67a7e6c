import { expect, test } from 'vitest'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, MINUTE } from '@/lib/kernel/time/durations'
import { letterRow, onCampaign, queued, writtenLetter } from '@/lib/letters/testing'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { confirmLetter } from './confirm'
import { sendConfirmationsAgain } from './staff-send-again'

test('an administrator has the e-mail sent again to who wrote with an address, also past the five times, and it is audited', () =>
  onCampaign(async (ctx, campaign) => {
    const { id, email } = await writtenLetter(ctx, campaign)
    const other = await writtenLetter(ctx, campaign)
    const admin = await memberContext(ctx, 'admin')
    for (let times = 1; times <= 7; times++)
      expect(await sendConfirmationsAgain(admin, ` ${email.toUpperCase()} `)).toBe(1)
    expect(await letterRow(ctx, id)).toMatchObject({ resent: 7 })
    expect(await queued(ctx, 'send-confirmation', id)).toHaveLength(8)
    const audited = await auditOf(ctx, 'letters.confirm-again')
    expect(audited).toHaveLength(7)
    for (const { actorKind } of audited) expect(actorKind).toBe('staff')
    expect(JSON.stringify(audited)).not.toContain(email)
    expect(await letterRow(ctx, other.id)).toMatchObject({ resent: 0 })
  }))

test('of many letters of one address the newest go; none that is confirmed, or whose link has run out', () =>
  onCampaign(async (ctx, campaign) => {
    const email = 'many@example.org'
    const ids = []
    for (let letter = 0; letter < 6; letter++) {
      ctx.setNow(new Date(NOON.getTime() + letter * MINUTE))
      ids.push((await writtenLetter(ctx, campaign, { email, name: `Nadia ${letter}` })).id)
    }
    const admin = await memberContext(ctx, 'admin')
    await confirmLetter(ctx, ids[5] ?? '')
    expect(await sendConfirmationsAgain(admin, email)).toBe(3)
    const resent = await Promise.all(ids.map(async (id) => (await letterRow(ctx, id)).resent))
    expect(resent).toEqual([0, 0, 1, 1, 1, 0])
    ctx.setNow(new Date(NOON.getTime() + 8 * DAY))
    expect(await sendConfirmationsAgain({ ...admin, now: ctx.now }, email)).toBe(0)
  }))

test('refuses whoever is no administrator', () =>
  onCampaign(async (ctx) => {
    for (const role of ['campaigner', 'editor'] as const) {
      const member = await memberContext(ctx, role)
      expect(() => sendConfirmationsAgain(member, 'a@example.org')).toThrow('role')
    }
  }))
