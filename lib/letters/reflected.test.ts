import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { letters } from '@/db/schema/index'
import { deliverLetter } from '@/lib/delivery/testing'
import { env } from '@/lib/kernel/env'
import { NOON } from '@/lib/kernel/testing/noon'
import { readMailbox } from '@/lib/mailer/local-mailbox'
import { sendConfirmation } from '@/lib/messages/to-writer/confirmation'
import { confirmLetter } from './confirming/confirm'
import { confirmedLetter, letterRow, onCampaign, writtenLetter } from './testing'

vi.hoisted(() => {
  process.env.MAIL_REFLECT = 'tester@example.org'
})

test('with MAIL_REFLECT a letter and its confirmation go to that address alone, say whose they were, and are marked as a trial', () =>
  onCampaign(async (ctx, campaign) => {
    const { id, email } = await writtenLetter(ctx, campaign)
    await sendConfirmation(ctx, id, false)
    expect(await letterRow(ctx, id)).toMatchObject({ reflectedAt: NOON })
    await confirmLetter(ctx, id)
    await deliverLetter(ctx, id)
    const messages = await readMailbox(env())
    expect(new Set(messages.map(({ to }) => to))).toEqual(new Set(['tester@example.org']))
    const notes = messages.map(({ text }) => text.split('\n')[0]).sort()
    expect(notes).toEqual(
      [`This message was meant for rachel.blake.mp@parliament.uk.`, `This message was meant for ${email}.`].sort(),
    )
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted', reflectedAt: NOON })
  }))

test('a letter that was written while mail was reflected does not go to the MP afterwards: it is held for staff', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await confirmedLetter(ctx, campaign)
    await ctx.db.update(letters).set({ reflectedAt: NOON }).where(eq(letters.id, id))
    // The settings are read once; this stands for a start without MAIL_REFLECT.
    Object.assign(env(), { mailReflect: null })
    expect(await deliverLetter(ctx, id)).toBeNull()
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'held', heldReason: 'staff' })
  }))
