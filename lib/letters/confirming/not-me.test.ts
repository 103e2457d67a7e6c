import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { audit, letters, supporters } from '@/db/schema/index'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR, MINUTE } from '@/lib/kernel/time/durations'
import { confirmedLetter, mailTo, onCampaign, queued, tokenIn, writtenLetter } from '@/lib/letters/testing'
import { sendConfirmation } from '@/lib/messages/to-writer/confirmation'
import { sendMyDataLink } from '@/lib/messages/to-writer/my-data-link'
import { askForMyDataLink } from '@/lib/privacy/ask-for-my-data-link'
import { allowMailbox } from '@/lib/staff/allow-mailbox'
import { memberContext } from '@/lib/staff/testing'
import { notMe } from './not-me'

const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds)

describe('"This was not me: never again"', () => {
  test('stands in each confirmation, erases the sign-up, and stops what anybody can set off', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, supporterId } = await writtenLetter(ctx, campaign, { email: 'owner@example.org' })
      await sendConfirmation(ctx, id, false)
      const [message] = await mailTo('owner@example.org')
      expect(await readLink(ctx, 'not-me', tokenIn(message, 'not-me'))).toMatchObject({ letterId: id })
      expect(await notMe(ctx, id)).toEqual({ outcome: 'erased' })
      expect(await ctx.db.$count(letters, eq(letters.id, id))).toBe(0)
      expect(await ctx.db.$count(supporters, eq(supporters.id, supporterId))).toBe(0)
      expect(await notMe(ctx, id)).toEqual({ outcome: 'gone' })
      ctx.setNow(after(3 * DAY))
      for (const email of ['owner@example.org', 'owner+again@example.org']) {
        const another = await writtenLetter(ctx, campaign, { email })
        await sendConfirmation(ctx, another.id, false)
        await sendConfirmation(ctx, another.id, true)
        await sendMyDataLink(ctx, another.supporterId)
      }
      expect(await mailTo('owner@example.org')).toHaveLength(1)
      expect(await mailTo('owner+again@example.org')).toEqual([])
    }))

  test('stands in what is mailed to who has signed before, and touches no confirmed letter', () =>
    onCampaign(async (ctx, campaign) => {
      const person = { name: 'Anna Own', email: 'anna.own@example.org' }
      const first = await confirmedLetter(ctx, campaign, person)
      const { id } = await writtenLetter(ctx, campaign, person)
      await sendConfirmation(ctx, id, false)
      tokenIn((await mailTo(person.email)).at(-1), 'not-me')
      expect(await notMe(ctx, id)).toEqual({ outcome: 'erased' })
      const kept = await notMe(ctx, first.id)
      expect(kept).toMatchObject({ outcome: 'confirmed' })
      expect(await ctx.db.$count(letters, eq(letters.id, first.id))).toBe(1)
      const token = 'myData' in kept ? kept.myData : ''
      expect(await readLink(ctx, 'my-data', token)).toMatchObject({ expired: false })
    }))

  test('can be undone by an administrator alone, who types the address, which the audit does not hold', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await writtenLetter(ctx, campaign, { email: 'back@example.org' })
      await notMe(ctx, id)
      for (const role of ['editor', 'campaigner'] as const) {
        const member = await memberContext(ctx, role, `${role}@example.org`)
        expect(() => allowMailbox(member, 'back@example.org')).toThrow(expect.objectContaining({ code: 'not-allowed' }))
      }
      const admin = await memberContext(ctx, 'admin', 'admin@example.org')
      expect(await allowMailbox(admin, 'Back+x@example.org')).toBe(true)
      expect(await allowMailbox(admin, 'back@example.org')).toBe(false)
      const rows = await ctx.db.select().from(audit).where(eq(audit.verb, 'mail.allow-mailbox'))
      expect(rows).toHaveLength(1)
      expect(JSON.stringify(rows)).not.toContain('back')
      const again = await writtenLetter(ctx, campaign, { email: 'back@example.org' })
      await sendConfirmation(ctx, again.id, false)
      expect(await mailTo('back@example.org')).toHaveLength(1)
    }))
})

describe('where a mailbox has had what it may get', () => {
  test('the first mail of a letter waits for room, once; the reminder and one sent again do not', () =>
    onCampaign(async (ctx, campaign) => {
      const flood = []
      for (let one = 1; one <= 3; one++) {
        flood.push(await writtenLetter(ctx, campaign, { name: `Ann ${'ABC'[one]}`, email: `full+${one}@example.org` }))
      }
      for (const { id } of flood) await sendConfirmation(ctx, id, false)
      const own = await writtenLetter(ctx, campaign, { email: 'full@example.org' })
      ctx.setNow(after(20 * MINUTE))
      await sendConfirmation(ctx, own.id, false)
      await sendConfirmation(ctx, own.id, false)
      expect(await mailTo('full@example.org')).toEqual([])
      const waiting = (await queued(ctx, 'send-confirmation', own.id)).filter(({ runAt }) => +runAt === +after(HOUR))
      expect(waiting).toHaveLength(1)
      await sendConfirmation(ctx, flood[0]?.id ?? '', false)
      await sendConfirmation(ctx, flood[1]?.id ?? '', true)
      for (const { id } of flood.slice(0, 2)) {
        expect((await queued(ctx, 'send-confirmation', id)).filter(({ runAt }) => +runAt === +after(HOUR))).toEqual([])
      }
      ctx.setNow(after(HOUR))
      await sendConfirmation(ctx, own.id, false)
      expect(await mailTo('full@example.org')).toHaveLength(1)
    }))

  test('nothing waits past the days for which the letter is kept', () =>
    onCampaign(async (ctx, campaign) => {
      const own = await writtenLetter(ctx, campaign, { email: 'late@example.org' })
      ctx.setNow(after(7 * DAY - HOUR))
      for (let one = 1; one <= 3; one++) {
        const { id } = await writtenLetter(ctx, campaign, { email: `late+${one}@example.org` })
        await sendConfirmation(ctx, id, false)
      }
      await sendConfirmation(ctx, own.id, false)
      expect(await queued(ctx, 'send-confirmation', own.id)).toHaveLength(1)
      expect(await mailTo('late@example.org')).toEqual([])
    }))

  test('a link to one’s data waits too', () =>
    onCampaign(async (ctx, campaign) => {
      const { supporterId } = await confirmedLetter(ctx, campaign, { email: 'data.full@example.org' })
      for (let one = 0; one < 4; one++) await sendMyDataLink(ctx, supporterId)
      expect(await mailTo('data.full@example.org')).toHaveLength(3)
      expect(await queued(ctx, 'send-my-data-link', supporterId)).toMatchObject([{ runAt: after(HOUR) }])
      await askForMyDataLink(ctx, 'data.full@example.org')
    }))
})
