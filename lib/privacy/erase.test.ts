import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { audit, figures, supporters } from '@/db/schema/index'
import { tablesHolding } from '@/db/testing'
import { deliverLetter } from '@/lib/delivery/testing'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { makeLink, readLink } from '@/lib/kernel/secrets/tokens'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY } from '@/lib/kernel/time/durations'
import { confirmLetter } from '@/lib/letters/confirming/confirm'
import { resendConfirmation } from '@/lib/letters/confirming/send-confirmation-again'
import { recordReply } from '@/lib/letters/record-reply'
import { confirmedLetter, letterRow, linkCount, mailTo, onCampaign, VACANT, writtenLetter } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { askAboutReply } from '@/lib/messages/to-writer/ask-about-reply'
import { sendConfirmation } from '@/lib/messages/to-writer/confirmation'
import { sendCopy, tellHeld } from '@/lib/messages/to-writer/copy-and-held'
import { eraseByEmail } from './erase'
import { exportByEmail } from './export'

const person = {
  name: 'Zuleika Fortescue',
  email: 'zuleika.fortescue@example.org',
  subject: 'Quicksilver',
  body: 'Marmalade skies.',
  address1: '99 Xylophone Mews',
}

async function supporterRow(ctx: TestContext, id: string) {
  const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, id))
  if (!row) throw new Error('The supporter is gone.')
  return row
}

describe('erasing', () => {
  test('leaves nothing of a person, neither in the clear nor sealed nor hashed', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, supporterId } = await confirmedLetter(ctx, campaign, { ...person, updates: true })
      await deliverLetter(ctx, id)
      await recordReply(ctx, id, 'real-answer')
      const row = await supporterRow(ctx, supporterId)
      const link = await makeLink(ctx, 'my-data', { emailHash: row.emailHash ?? '' }, 1)
      const { textSealed } = await letterRow(ctx, id)
      const traces = [row.nameSealed, row.emailSealed, row.postcodeSealed, row.emailHash, row.identityHash, textSealed]
      for (const trace of traces) expect(await tablesHolding(ctx, trace ?? 'missing')).not.toEqual([])
      expect(await eraseByEmail(ctx, ' Zuleika.Fortescue@Example.ORG')).toBe(1)
      for (const trace of [...traces, ...Object.values(person)])
        expect(await tablesHolding(ctx, trace ?? '')).toEqual([])
      expect(await readLink(ctx, 'my-data', link)).toBeNull()
      expect(await linkCount(ctx, id)).toBe(0)
      expect(await tablesHolding(ctx, 'real-answer')).toEqual([])
      expect(await exportByEmail(ctx, person.email)).toEqual([])
    }))

  test('covers every sign-up of the address, confirmed or not, however it was spelt', () =>
    onCampaign(async (ctx, campaign) => {
      const own = [
        await confirmedLetter(ctx, campaign, { name: 'Anna', email: 'a.nna@gmail.com' }),
        await confirmedLetter(ctx, campaign, { name: 'Ben', email: 'anna+ben@googlemail.com' }),
        await writtenLetter(ctx, campaign, { name: 'Anna', email: 'anna@gmail.com' }),
      ]
      const other = await confirmedLetter(ctx, campaign)
      expect(await eraseByEmail(ctx, 'Anna@gmail.com')).toBe(3)
      for (const { id } of own) expect(await letterRow(ctx, id)).toMatchObject({ state: 'withdrawn', textSealed: null })
      expect(await letterRow(ctx, other.id)).toMatchObject({ state: 'queued', textSealed: expect.any(String) })
      expect(await eraseByEmail(ctx, 'anna@gmail.com')).toBe(0)
    }))

  test('stops a letter that waits, and every e-mail that was still to come', () =>
    onCampaign(async (ctx, campaign) => {
      const queued = await confirmedLetter(ctx, campaign)
      const held = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
      const unconfirmed = await writtenLetter(ctx, campaign)
      const sent = await confirmedLetter(ctx, campaign)
      await deliverLetter(ctx, sent.id)
      const all = [queued, held, unconfirmed, sent]
      for (const { email } of all) await eraseByEmail(ctx, email)
      await deliverLetter(ctx, queued.id)
      await tellHeld(ctx, held.id)
      await sendConfirmation(ctx, unconfirmed.id, false)
      await sendConfirmation(ctx, unconfirmed.id, true)
      await sendCopy(ctx, sent.id)
      await askAboutReply(ctx, sent.id, false)
      for (const { email } of all) expect(await mailTo(email)).toEqual([])
      expect(await letterRow(ctx, queued.id)).toMatchObject({ state: 'withdrawn', endedAt: NOON })
    }))

  test('ends what an open page could still do: confirming and asking for the e-mail again', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email, supporterId } = await writtenLetter(ctx, campaign)
      await eraseByEmail(ctx, email)
      ctx.setNow(new Date(NOON.getTime() + DAY))
      expect(await resendConfirmation(ctx, id)).toBe('asked')
      expect(await confirmLetter(ctx, id)).toMatchObject({ outcome: 'already' })
      expect(await supporterRow(ctx, supporterId)).toMatchObject({ confirmedAt: null })
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'withdrawn' })
    }))

  test('lets the person sign again, and each place in a household be taken again', () =>
    onCampaign(async (ctx, campaign) => {
      const home = ['Ann', 'Ben'].map((name) => ({ name, email: 'home.again@example.org' }))
      for (const each of home) await confirmedLetter(ctx, campaign, each)
      await eraseByEmail(ctx, 'home.again@example.org')
      for (const each of home) {
        const again = await writtenLetter(ctx, campaign, each)
        expect(await confirmLetter(ctx, again.id)).toMatchObject({ outcome: 'confirmed' })
      }
    }))

  test('lowers the public figures', () =>
    onCampaign(async (ctx, campaign) => {
      const letters = []
      for (let count = 0; count < 2; count++) letters.push(await confirmedLetter(ctx, campaign))
      for (const { id } of letters) await deliverLetter(ctx, id)
      await confirmedLetter(ctx, campaign)
      await rollUp(ctx)
      expect(await ctx.db.select().from(figures)).toMatchObject([{ supporters: 3, letters: 2 }])
      await eraseByEmail(ctx, letters[0]?.email ?? '')
      await rollUp(ctx)
      expect(await ctx.db.select().from(figures)).toMatchObject([{ supporters: 2, letters: 1 }])
    }))

  test('is written down without saying who', () =>
    onCampaign(async (ctx, campaign) => {
      const { supporterId } = await confirmedLetter(ctx, campaign, person)
      await eraseByEmail(ctx, person.email)
      const entries = await ctx.db.select().from(audit).where(eq(audit.verb, 'privacy.erase'))
      expect(entries).toMatchObject([{ subjectKind: 'supporters', subjectId: '1', after: { why: 'asked for' } }])
      expect(JSON.stringify(entries)).not.toContain(supporterId)
    }))

  test('of somebody who never signed does nothing', () =>
    onCampaign(async (ctx) => {
      expect(await eraseByEmail(ctx, 'nobody@example.org')).toBe(0)
      expect(await ctx.db.$count(audit, eq(audit.verb, 'privacy.erase'))).toBe(0)
    }))
})
